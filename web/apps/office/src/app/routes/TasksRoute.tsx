import { getRouteApi } from '@tanstack/react-router'
import { TasksScreen } from '../../features/tasks/ui/TasksScreen'

const route = getRouteApi('/office/tasks')

/** `/tasks`: the work list, its filters in the address. */
export function TasksRoute() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <TasksScreen
      key={search.client ?? 'mine'}
      search={search}
      onSearch={(next) => void navigate({ search: next })}
    />
  )
}
