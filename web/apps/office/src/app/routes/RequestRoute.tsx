import { getRouteApi } from '@tanstack/react-router'
import { RequestScreen } from '../../features/requests/ui/RequestScreen'

const route = getRouteApi('/office/requests/$request')

/** `/requests/{request}`. */
export function RequestRoute() {
  const { request } = route.useParams()
  return <RequestScreen id={request} />
}
