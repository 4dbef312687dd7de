import type { Body, OfficeRequest } from '@sild/api'
import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { answer, api, idempotent } from '../../../shell/api'
import { eachMinuteWhileShort, keys } from '../../../shell/query'
import { type Channel, withFile, withMessage } from '../../../shell/thread/subject'

/** Which requests a list shows. */
export type RequestFilter = { state: 'open' | 'finished'; client_id?: string }

/** The requests of a filter, newest first, in pages. */
export function useRequestList(filter: RequestFilter) {
  return useInfiniteQuery({
    queryKey: keys.requestList(filter),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/office/requests', {
          params: { query: { ...filter, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: eachMinuteWhileShort,
  })
}

/** One request with its thread. */
export function useRequest(id: string) {
  return useQuery({
    queryKey: keys.request(id),
    queryFn: () => answer(api.GET('/api/office/requests/{request}', { params: { path: { request: id } } })),
    refetchInterval: 60_000,
  })
}

const path = (request: string) => ({ params: { path: { request } } })

/** What can be done to a request; each answers the request as it is afterwards. */
export const commands = {
  close: (request: string) =>
    answer(api.POST('/api/office/requests/{request}/close', { ...path(request), body: {} })),
  reopen: (request: string) =>
    answer(api.POST('/api/office/requests/{request}/reopen', { ...path(request), body: {} })),
}

/** Says that a member has looked at what the client wrote. */
export const markSeen = (request: string) =>
  answer(api.POST('/api/office/requests/{request}/seen', { ...path(request), body: {} }))

/** Changes the request into a task; the key makes a repeated press harmless. */
export const convertRequest = (request: string, body: Body<'convert_request'>, key: string) =>
  answer(
    api.POST('/api/office/requests/{request}/convert', { ...path(request), body, headers: idempotent(key) }),
  )

/** Puts a request's newest state where every screen reads it, and lets the lists catch up. */
export function keepRequest(queries: QueryClient, request: OfficeRequest): void {
  queries.setQueryData(keys.request(request.id), request)
  void queries.invalidateQueries({ queryKey: [...keys.requests, 'list'] })
}

/** Runs one of the `commands` and keeps its answer. */
export function useRequestCommand() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (run: () => Promise<OfficeRequest>) => run(),
    onSuccess: (request) => keepRequest(queries, request),
  })
}

/** How a request's thread reaches the server. */
export function useRequestChannel(request: string): Channel {
  const queries = useQueryClient()
  const keep = (change: (known: OfficeRequest) => OfficeRequest) =>
    queries.setQueryData(keys.request(request), (known: OfficeRequest | undefined) =>
      known === undefined ? known : change(known),
    )
  return {
    post: (body, key) =>
      answer(
        api.POST('/api/office/requests/{request}/messages', {
          ...path(request),
          body,
          headers: idempotent(key),
        }),
      ),
    declare: (body, key) =>
      answer(
        api.POST('/api/office/requests/{request}/files', {
          ...path(request),
          body,
          headers: idempotent(key),
        }),
      ),
    complete: (file) =>
      answer(
        api.POST('/api/office/requests/{request}/files/{file}/complete', {
          params: { path: { request, file } },
          body: {},
        }),
      ),
    address: (file) =>
      answer(
        api.GET('/api/office/requests/{request}/files/{file}/download', {
          params: { path: { request, file } },
        }),
      ),
    keepFile: (file) => keep((known) => withFile(known, file)),
    keepMessage: (message) => {
      keep((known) => withMessage(known, message))
      void queries.invalidateQueries({ queryKey: keys.requests })
    },
  }
}
