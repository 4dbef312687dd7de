import { getRouteApi, Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { NotificationBell } from '../../features/notifications/ui/NotificationBell'
import { CommandPalette } from '../../features/palette/ui/CommandPalette'
import { Frame } from '../../shell/Frame'
import { SessionProvider } from '../../shell/session'

const NewTaskDialog = lazy(() =>
  import('../../features/tasks/ui/NewTaskDialog').then((m) => ({ default: m.NewTaskDialog })),
)
const NewClientDialog = lazy(() =>
  import('../../features/clients/ui/NewClientDialog').then((m) => ({ default: m.NewClientDialog })),
)

const route = getRouteApi('/office')

/** The frame around every screen of a signed-in member, and what the palette opens over any of them. */
export function OfficeRoute() {
  const { session } = route.useRouteContext()
  const [dialog, setDialog] = useState<'task' | 'client' | null>(null)
  const close = () => setDialog(null)
  return (
    <SessionProvider session={session}>
      <Frame
        bell={<NotificationBell />}
        search={
          <CommandPalette onNewTask={() => setDialog('task')} onNewClient={() => setDialog('client')} />
        }
      >
        <Outlet />
      </Frame>
      <Suspense fallback={null}>
        {dialog === 'task' ? <NewTaskDialog clientId={null} onClose={close} /> : null}
        {dialog === 'client' ? <NewClientDialog onClose={close} /> : null}
      </Suspense>
    </SessionProvider>
  )
}
