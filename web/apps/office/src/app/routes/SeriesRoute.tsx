import { getRouteApi } from '@tanstack/react-router'
import { SeriesScreen } from '../../features/series/ui/SeriesScreen'

const route = getRouteApi('/office/series/$series')

/** `/series/{series}`; with `edit=true`, the form for all that follow. */
export function SeriesRoute() {
  const { series } = route.useParams()
  const { edit } = route.useSearch()
  return <SeriesScreen key={series} id={series} isEditing={edit === true} />
}
