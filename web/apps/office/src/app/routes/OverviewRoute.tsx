import { OverviewScreen } from '../../features/overview/ui/OverviewScreen'

/** `/overview`. */
export function OverviewRoute() {
  return <OverviewScreen />
}
