import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { MembersScreen } from '../../features/members/ui/MembersScreen'

const route = getRouteApi('/office/settings/members')

/** `/settings/members`; with `inactive=true`, also those who left. */
export function MembersRoute() {
  const { inactive } = route.useSearch()
  const navigate = useNavigate()
  return (
    <MembersScreen
      withInactive={inactive === true}
      onInactive={(on) =>
        void navigate({ to: '/settings/members', search: on ? { inactive: true } : {}, replace: true })
      }
    />
  )
}
