import { getRouteApi, useLocation } from '@tanstack/react-router'
import { TaskScreen } from '../../features/tasks/ui/TaskScreen'

const route = getRouteApi('/office/tasks/$task')

/** `/tasks/{task}`. */
export function TaskRoute() {
  const { task } = route.useParams()
  const isReplying = useLocation({ select: ({ state }) => state.isReplying === true })
  return <TaskScreen id={task} isReplying={isReplying} />
}
