import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { BulkTaskAction } from '../../features/bulk-tasks/ui/BulkTaskAction'
import { ClientsScreen } from '../../features/clients/ui/ClientsScreen'

const route = getRouteApi('/office/clients')

/** `/clients`: the table, its search in the address, and what else can be done with the clients that are chosen. */
export function ClientsRoute() {
  const { search } = route.useSearch()
  const navigate = route.useNavigate()
  const onSearch = useCallback(
    (next: string) => void navigate({ search: next === '' ? {} : { search: next }, replace: true }),
    [navigate],
  )
  return (
    <ClientsScreen
      search={search ?? ''}
      onSearch={onSearch}
      bulkActions={(selection, onDone) => (
        <BulkTaskAction
          audience={
            selection.kind === 'some'
              ? selection
              : { kind: 'all', matching: { search: selection.search || null } }
          }
          onStarted={onDone}
        />
      )}
    />
  )
}
