import type { Answer, Body } from '@sild/api'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api'
import { keys } from '../query'

/** A table of clients or of the audit trail, perhaps still being written. */
export type Export = Answer<'get_export'>
/** What stands between the cells. */
export type Separator = NonNullable<Body<'export_clients'>['separator']>

/** The link to a table works for a minute: it is renewed before that. */
const LINK_MILLISECONDS = 40_000

/** The table as it is written, then with a link that stays fresh while it is shown. */
export function useExport(started: Export) {
  return useQuery({
    queryKey: [...keys.all, 'exports', started.id],
    queryFn: () =>
      answer(api.GET('/api/office/exports/{export}', { params: { path: { export: started.id } } })),
    initialData: started,
    initialDataUpdatedAt: 0,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data?.done_at ? LINK_MILLISECONDS : 1000),
  })
}
