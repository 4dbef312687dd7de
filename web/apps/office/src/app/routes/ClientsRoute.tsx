import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { ClientsScreen } from '../../features/clients/ui/ClientsScreen'

const route = getRouteApi('/office/clients')

/** `/clients`: the table, its search in the address. */
export function ClientsRoute() {
  const { search } = route.useSearch()
  const navigate = route.useNavigate()
  const onSearch = useCallback(
    (next: string) => void navigate({ search: next === '' ? {} : { search: next }, replace: true }),
    [navigate],
  )
  return <ClientsScreen search={search ?? ''} onSearch={onSearch} />
}
