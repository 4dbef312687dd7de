import type { Body, OfficeClient } from '@sild/api'
import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { answer, api, idempotent, ifMatch, isProblem } from '../../../shell/api'
import { eachMinuteWhileShort, keys } from '../../../shell/query'
import { type ClientFilter, queryOf } from '../model/filter'

/** The clients that pass the filters, in pages: one may hold few or none and still have a next one. */
export function useClientList(filter: ClientFilter) {
  return useInfiniteQuery({
    queryKey: keys.clientList(queryOf(filter)),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/office/clients', {
          params: {
            query: {
              limit: 100,
              ...queryOf(filter),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: eachMinuteWhileShort,
    placeholderData: keepPreviousData,
  })
}

/** One client with its contacts. */
export function useClient(id: string) {
  return useQuery({
    queryKey: keys.client(id),
    queryFn: () => answer(api.GET('/api/office/clients/{client}', { params: { path: { client: id } } })),
  })
}

/** Adds a client; nobody is told and its portal stays closed. */
export const createClient = (body: Body<'create_client'>, key: string) =>
  answer(api.POST('/api/office/clients', { body, headers: idempotent(key) }))

/** Puts a client's newest state where its card reads it, and lets the lists catch up. */
export function keepClient(queries: QueryClient, client: OfficeClient): void {
  queries.setQueryData(keys.client(client.id), client)
  void queries.invalidateQueries({ queryKey: [...keys.clients, 'list'] })
  void queries.invalidateQueries({ queryKey: [...keys.clients, 'lookup'] })
}

/** Changes name, code or who is responsible. */
export function useUpdateClient(client: OfficeClient) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Body<'update_client'>) =>
      answer(
        api.PATCH('/api/office/clients/{client}', {
          params: { path: { client: client.id }, header: ifMatch(client.version) },
          body,
        }),
      ),
    onSuccess: (changed) => keepClient(queries, changed),
    onError: (error) => {
      if (isProblem(error, 'version_mismatch'))
        void queries.invalidateQueries({ queryKey: keys.client(client.id) })
    },
  })
}

/** Opens or closes the client's portal; opening is silent. */
export function useSetPortal(client: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (is_open: boolean) =>
      answer(
        api.PUT('/api/office/clients/{client}/portal', { params: { path: { client } }, body: { is_open } }),
      ),
    onSuccess: (changed) => {
      keepClient(queries, changed)
      void queries.invalidateQueries({ queryKey: [...keys.tasks, 'one'] })
    },
  })
}

/** Archives the client, or brings it back with its portal closed. */
export function useArchiveClient(client: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (isArchived: boolean) => {
      const request = { params: { path: { client } }, body: {} }
      return answer(
        isArchived
          ? api.POST('/api/office/clients/{client}/archive', request)
          : api.POST('/api/office/clients/{client}/restore', request),
      )
    },
    onSuccess: (changed) => {
      keepClient(queries, changed)
      void queries.invalidateQueries({ queryKey: keys.contacts })
      void queries.invalidateQueries({ queryKey: keys.series })
      void queries.invalidateQueries({ queryKey: keys.tasks })
    },
  })
}
