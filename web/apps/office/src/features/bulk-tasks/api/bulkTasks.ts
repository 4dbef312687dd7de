import type { Body, BulkTask } from '@sild/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answer, api, idempotent, newKey } from '../../../shell/api'
import { keys } from '../../../shell/query'

/** Starts making a task for each client; the work goes on in the background. */
export const startBulkTask = (body: Body<'start_bulk_task'>, key: string) =>
  answer(api.POST('/api/office/bulk-tasks', { body, headers: idempotent(key) }))

/** How far it has come; asked for again every second until it is done. */
export function useBulkTask(started: BulkTask) {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: [...keys.tasks, 'bulk', started.id],
    queryFn: () =>
      answer(api.GET('/api/office/bulk-tasks/{bulk_task}', { params: { path: { bulk_task: started.id } } })),
    initialData: started,
    initialDataUpdatedAt: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : 1000),
  })
  const isDone = query.data.state === 'done'
  useEffect(() => {
    if (!isDone) return
    void queries.invalidateQueries({ queryKey: [...keys.tasks, 'list'] })
    void queries.invalidateQueries({ queryKey: [...keys.clients, 'list'] })
  }, [isDone, queries])
  return query
}

/** Opens the portals of clients without any mail, and waits until that is done. */
export async function openPortals(clientIds: string[]): Promise<void> {
  const body = { client_ids: clientIds, with_invitations: false }
  let opening = await answer(api.POST('/api/office/bulk-openings', { body, headers: idempotent(newKey()) }))
  while (opening.state !== 'done') {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const path = { bulk_opening: opening.id }
    opening = await answer(api.GET('/api/office/bulk-openings/{bulk_opening}', { params: { path } }))
  }
}
