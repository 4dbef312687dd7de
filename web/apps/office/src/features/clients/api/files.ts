import type { Download, FileSummary } from '@sild/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { answer, api } from '../../../shell/api'
import { keys } from '../../../shell/query'

/** The files of a client, newest first, in pages: one may hold few or none and still have a next one. */
export function useClientFiles(client: string) {
  return useInfiniteQuery({
    queryKey: keys.clientFiles(client),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/office/clients/{client}/files', {
          params: {
            path: { client },
            query: { limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // Files come and go with tasks and requests: what stands there is looked at anew whenever somebody comes back to it.
    staleTime: 0,
  })
}

/** Asks for the short-lived address of a file, of the task or the request that it belongs to. */
export function addressOf({ id: file, belongs_to: { kind, id } }: FileSummary): Promise<Download> {
  return kind === 'task'
    ? answer(
        api.GET('/api/office/tasks/{task}/files/{file}/download', { params: { path: { task: id, file } } }),
      )
    : answer(
        api.GET('/api/office/requests/{request}/files/{file}/download', {
          params: { path: { request: id, file } },
        }),
      )
}
