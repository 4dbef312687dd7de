import { getRouteApi } from '@tanstack/react-router'
import { TaskScreen } from '../../features/tasks/ui/TaskScreen'

const route = getRouteApi('/office/tasks/$task')

/** `/tasks/{task}`. */
export function TaskRoute() {
  const { task } = route.useParams()
  return <TaskScreen id={task} />
}
