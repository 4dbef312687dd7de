import { answer, type Download, type PortalFileSummary } from '@sild/api'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '../../../shell/api.ts'
import { keys } from '../../../shell/keys.ts'
import { whileShort } from '../../../shell/query.ts'
import type { Scope } from '../../../shell/session.tsx'

const pageSize = 50

/** The files of a client, newest first and page by page: one may hold few or none and still have a next one. */
export function filesQuery({ office, client }: Scope) {
  return infiniteQueryOptions({
    queryKey: keys.files(office, client),
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/portal/{office}/clients/{client}/files', {
          params: {
            path: { office, client },
            query: { limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    refetchInterval: whileShort,
  })
}

/** Asks for the short-lived address of a file, of the task or the request that it belongs to. */
export function addressOf({ office, client }: Scope, file: PortalFileSummary): Promise<Download> {
  const { kind, id } = file.belongs_to
  if (kind === 'task') {
    return answer(
      api.GET('/api/portal/{office}/clients/{client}/tasks/{task}/files/{file}/download', {
        params: { path: { office, client, task: id, file: file.id } },
      }),
    )
  }
  return answer(
    api.GET('/api/portal/{office}/clients/{client}/requests/{request}/files/{file}/download', {
      params: { path: { office, client, request: id, file: file.id } },
    }),
  )
}
