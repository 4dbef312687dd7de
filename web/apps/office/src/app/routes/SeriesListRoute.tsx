import { SeriesListScreen } from '../../features/series/ui/SeriesListScreen'

/** `/series`. */
export function SeriesListRoute() {
  return <SeriesListScreen />
}
