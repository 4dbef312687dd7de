import type { Body, BulkOpening } from '@sild/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answer, api, idempotent, newKey } from '../../../shell/api'
import { keys } from '../../../shell/query'

/** Who would get access and who would be skipped; writes and sends nothing. */
export function useBulkPreview(chosen: Body<'preview_bulk_opening'>) {
  return useQuery({
    queryKey: [...keys.clients, 'bulk', 'preview', chosen],
    queryFn: () => answer(api.POST('/api/office/bulk-openings/preview', { body: chosen })),
    staleTime: 0,
    gcTime: 0,
  })
}

/** Starts opening; the work goes on in the background. */
export const startBulkOpening = (body: Body<'start_bulk_opening'>, key: string) =>
  answer(api.POST('/api/office/bulk-openings', { body, headers: idempotent(key) }))

/** How far an opening has come; asked for again every second until it is done. */
export function useBulkOpening(started: BulkOpening) {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: [...keys.clients, 'bulk', started.id],
    queryFn: () =>
      answer(
        api.GET('/api/office/bulk-openings/{bulk_opening}', {
          params: { path: { bulk_opening: started.id } },
        }),
      ),
    initialData: started,
    initialDataUpdatedAt: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : 1000),
  })
  const isDone = query.data.state === 'done'
  useEffect(() => {
    if (isDone) void queries.invalidateQueries({ queryKey: [...keys.clients, 'list'] })
  }, [isDone, queries])
  return query
}

/** Opens the portal of one client that was skipped, with invitations or without as all were. */
export function useOpenAgain({ with_invitations }: BulkOpening) {
  return useMutation({
    mutationFn: (client: string) => startBulkOpening({ client_ids: [client], with_invitations }, newKey()),
  })
}
