import { getRouteApi, useLocation } from '@tanstack/react-router'
import { RequestScreen } from '../../features/requests/ui/RequestScreen'

const route = getRouteApi('/office/requests/$request')

/** `/requests/{request}`. */
export function RequestRoute() {
  const { request } = route.useParams()
  const isReplying = useLocation({ select: ({ state }) => state.isReplying === true })
  return <RequestScreen id={request} isReplying={isReplying} />
}
