import { answer, type PortalBoot } from '@sild/api'
import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { api } from '../../../shell/api.ts'
import { keys } from '../../../shell/keys.ts'
import { whileShort } from '../../../shell/query.ts'
import type { Scope } from '../../../shell/session.tsx'

const pageSize = 50

/** The tasks of a client in one state, page by page. */
export function tasksQuery({ office, client }: Scope, state: 'open' | 'done') {
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
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    refetchInterval: whileShort,
  })
}

/** Keeps the open tasks that the page brought, as old as the page is: what is done about one of them counts at once. */
export function keepFirst(queries: QueryClient, { branding, client, tasks }: PortalBoot): void {
  if (client === null || tasks === null) return
  const { queryKey } = tasksQuery({ office: branding.office_id, client }, 'open')
  queries.setQueryData(queryKey, { pages: [tasks], pageParams: [null] })
}
