import { getRouteApi, Outlet } from '@tanstack/react-router'
import { NotificationBell } from '../../features/notifications/ui/NotificationBell'
import { Frame } from '../../shell/Frame'
import { SessionProvider } from '../../shell/session'

const route = getRouteApi('/office')

/** The frame around every screen of a signed-in member. */
export function OfficeRoute() {
  const { session } = route.useRouteContext()
  return (
    <SessionProvider session={session}>
      <Frame bell={<NotificationBell />}>
        <Outlet />
      </Frame>
    </SessionProvider>
  )
}
