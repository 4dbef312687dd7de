import { getRouteApi } from '@tanstack/react-router'
import { NewSeriesScreen } from '../../features/series/ui/NewSeriesScreen'

const route = getRouteApi('/office/series/new')

/** `/series/new`, for the client in the address when there is one. */
export function NewSeriesRoute() {
  const { client } = route.useSearch()
  return <NewSeriesScreen clientId={client ?? null} />
}
