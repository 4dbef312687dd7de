import { getRouteApi } from '@tanstack/react-router'
import { ClientsScreen } from '../../features/clients/ui/ClientsScreen'

const route = getRouteApi('/office/clients')

/** `/clients`: the table, its search, filters and order in the address. */
export function ClientsRoute() {
  const filter = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <ClientsScreen
      filter={filter}
      onFilter={(search, isTyping = false) => void navigate({ search, replace: isTyping })}
    />
  )
}
