import { answer, idempotent } from '@sild/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../../../shell/api.ts'
import { keys } from '../../../shell/keys.ts'
import { lookAgainMilliseconds, whileShort } from '../../../shell/query.ts'
import type { Scope } from '../../../shell/session.tsx'

const pageSize = 50

/** Which request of which client. */
export interface RequestScope extends Scope {
  request: string
}

/** The requests of a client, open or finished, newest first and page by page. */
export function requestsQuery({ office, client }: Scope, state: 'open' | 'finished') {
  return infiniteQueryOptions({
    queryKey: keys.requests(office, client, state),
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/portal/{office}/clients/{client}/requests', {
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

/** The request with its thread; looked at again while it is on the screen, so that an answer shows by itself. */
export function requestQuery(scope: RequestScope) {
  return queryOptions({
    queryKey: keys.request(scope.office, scope.client, scope.request),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/portal/{office}/clients/{client}/requests/{request}', {
          params: { path: { ...scope } },
          signal,
        }),
      ),
    refetchInterval: lookAgainMilliseconds,
  })
}

/** Sends a new request; the key is made once per request and kept over retries. */
export function sendRequest({ office, client }: Scope, subject: string, text: string, key: string) {
  return answer(
    api.POST('/api/portal/{office}/clients/{client}/requests', {
      params: { path: { office, client } },
      headers: idempotent(key),
      body: { subject, text },
    }),
  )
}

/** Says that the person has seen the request up to this activity. */
export function markRead(scope: RequestScope, activity: number) {
  return answer(
    api.POST('/api/portal/{office}/clients/{client}/requests/{request}/read', {
      params: { path: { ...scope } },
      body: { activity },
    }),
  )
}
