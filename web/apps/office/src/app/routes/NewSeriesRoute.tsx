import { getRouteApi } from '@tanstack/react-router'
import { NewSeriesScreen } from '../../features/series/ui/NewSeriesScreen'

const route = getRouteApi('/office/series/new')

/** `/series/new`, for the client in the address when there is one, and beginning with its task. */
export function NewSeriesRoute() {
  const { client, task } = route.useSearch()
  return <NewSeriesScreen key={task ?? 'new'} clientId={client ?? null} taskId={task ?? null} />
}
