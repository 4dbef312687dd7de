import type { Answer, Body } from '@sild/api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { answer, api, idempotent } from '../../../shell/api'
import { keys } from '../../../shell/query'

/** A table of clients, perhaps still being written. */
type ClientExport = Answer<'get_export'>
/** What stands between the cells. */
export type Separator = NonNullable<Body<'export_clients'>['separator']>

/** The link to a table works for a minute: it is renewed before that. */
const LINK_MILLISECONDS = 40_000

/** Asks for the table. */
export const useExportClients = () =>
  useMutation({
    mutationFn: ({ body, key }: { body: Body<'export_clients'>; key: string }) =>
      answer(api.POST('/api/office/exports', { body, headers: idempotent(key) })),
  })

/** The table as it is written, then with a link that stays fresh while it is shown. */
export function useExport(started: ClientExport) {
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
