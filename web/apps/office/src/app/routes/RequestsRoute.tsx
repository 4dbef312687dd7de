import { getRouteApi } from '@tanstack/react-router'
import { RequestsScreen } from '../../features/requests/ui/RequestsScreen'

const route = getRouteApi('/office/requests')

/** `/requests`: what clients asked, its filters in the address. */
export function RequestsRoute() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return <RequestsScreen search={search} onSearch={(next) => void navigate({ search: next })} />
}
