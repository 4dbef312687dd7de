import { getRouteApi } from '@tanstack/react-router'
import { BulkTaskAction } from '../../features/bulk-tasks/ui/BulkTaskAction'
import { matchingOf } from '../../features/clients/model/filter'
import { ClientsScreen } from '../../features/clients/ui/ClientsScreen'

const route = getRouteApi('/office/clients')

/** `/clients`: the table, its search, filters and order in the address, and what else is done with the clients that are chosen. */
export function ClientsRoute() {
  const filter = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <ClientsScreen
      filter={filter}
      onFilter={(search, isTyping = false) => void navigate({ search, replace: isTyping })}
      bulkActions={(selection, onDone) => (
        <BulkTaskAction
          audience={
            selection.kind === 'some' ? selection : { kind: 'all', matching: matchingOf(selection.filter) }
          }
          onStarted={onDone}
        />
      )}
    />
  )
}
