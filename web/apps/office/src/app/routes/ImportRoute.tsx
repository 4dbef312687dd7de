import { getRouteApi } from '@tanstack/react-router'
import { ImportScreen } from '../../features/imports/ui/ImportScreen'

const route = getRouteApi('/office/clients/import/$import')

/** `/clients/import/{import}`: one import, from its preview to its result. */
export function ImportRoute() {
  const { import: id } = route.useParams()
  return <ImportScreen key={id} id={id} />
}
