import { answer, idempotent, type PortalRequest } from '@sild/api'
import type { QueryClient } from '@tanstack/react-query'
import { api } from '../../../shell/api.ts'
import { keys } from '../../../shell/keys.ts'
import { type Subject, withFile, withMessage } from '../../../shell/thread/subject.ts'
import { type RequestScope, requestQuery } from '../api/requests.ts'

const files = '/api/portal/{office}/clients/{client}/requests/{request}/files'

/** Changes the request that is kept, when it is. */
export function changeRequest(
  queries: QueryClient,
  scope: RequestScope,
  change: (request: PortalRequest) => PortalRequest,
): void {
  const key = keys.request(scope.office, scope.client, scope.request)
  queries.setQueryData<PortalRequest>(key, (known) => (known ? change(known) : known))
}

/** The lists have changed on the server: they are asked for again when they are next shown. */
export function listsAreOld(queries: QueryClient, { office, client }: RequestScope): void {
  void queries.invalidateQueries({ queryKey: keys.allRequests(office, client) })
}

/** How the files and the thread of a request reach the server and the cache. A word of the client makes it new again. */
export function requestSubject(scope: RequestScope, queries: QueryClient): Subject {
  const path = { ...scope }
  const keep = (change: (request: PortalRequest) => PortalRequest): void => {
    changeRequest(queries, scope, (request) => ({ ...change(request), state: 'new' }))
    listsAreOld(queries, scope)
  }
  return {
    id: scope.request,
    declare: (body, key) => answer(api.POST(files, { params: { path }, headers: idempotent(key), body })),
    complete: (file) =>
      answer(api.POST(`${files}/{file}/complete`, { params: { path: { ...path, file } }, body: {} })),
    address: (file) => answer(api.GET(`${files}/{file}/download`, { params: { path: { ...path, file } } })),
    post: (text, replyTo, key) =>
      answer(
        api.POST('/api/portal/{office}/clients/{client}/requests/{request}/messages', {
          params: { path },
          headers: idempotent(key),
          body: { text, file_ids: [], reply_to: replyTo },
        }),
      ),
    keepFile: (file) => {
      keep((request) => withFile(request, file))
      void queries.invalidateQueries({ queryKey: keys.files(scope.office, scope.client) })
    },
    keepMessage: (message) => keep((request) => withMessage(request, message)),
    refresh: () => void queries.invalidateQueries({ queryKey: requestQuery(scope).queryKey }),
  }
}
