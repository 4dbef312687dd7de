import { answer, type Page, type PortalTaskSummary } from '@sild/api'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '../../../shell/api.ts'
import { keys } from '../../../shell/keys.ts'
import type { Scope } from '../../../shell/session.tsx'

const pageSize = 50

/** The tasks of a client in one state, page by page; `first` is a page that the document brought. */
export function tasksQuery(
  { office, client }: Scope,
  state: 'open' | 'done',
  first: Page<PortalTaskSummary> | null,
) {
  const start: string | null = null
  return infiniteQueryOptions({
    queryKey: keys.tasks(office, client, state),
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/portal/{office}/clients/{client}/tasks', {
          params: {
            path: { office, client },
            query: { state, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: start as string | null,
    getNextPageParam: (page) => page.next ?? null,
    ...(first === null ? {} : { initialData: { pages: [first], pageParams: [start] } }),
  })
}
