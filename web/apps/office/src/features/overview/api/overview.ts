import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../../shell/api'
import { keys } from '../../../shell/query'

/** How often it is looked at again. */
const REFRESH_MILLISECONDS = 60_000

/** The office at a glance. */
export function useOverview() {
  return useQuery({
    queryKey: keys.overview,
    queryFn: () => answer(api.GET('/api/office/overview')),
    refetchInterval: REFRESH_MILLISECONDS,
  })
}
