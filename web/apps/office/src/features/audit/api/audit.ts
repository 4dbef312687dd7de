import type { AuditEntry, Body } from '@sild/api'
import { queryOptions, useInfiniteQuery, useMutation, useQueries, useQuery } from '@tanstack/react-query'
import { answer, api, idempotent } from '../../../shell/api'
import { keys } from '../../../shell/query'
import { idsIn, namesIn, type Place, placeOf } from '../model/things'

const PAGE = 50
const LONG = 5 * 60_000

/** What was changed in a month, the newest first, in pages. */
export function useTrail(month: string, isAllowed: boolean) {
  return useInfiniteQuery({
    queryKey: keys.audit(month),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/office/audit', {
          params: { query: { month, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: isAllowed,
  })
}

/** Has a month of the trail written out as a table. */
export const useExportTrail = () =>
  useMutation({
    mutationFn: ({ body, key }: { body: Body<'export_audit_trail'>; key: string }) =>
      answer(api.POST('/api/office/audit/export', { body, headers: idempotent(key) })),
  })

/** What the things are called that entries name: as the entries say themselves, else as the things are asked. */
export function useNames(entries: AuditEntry[]): Map<string, string> {
  const members = useQuery({
    queryKey: [...keys.members, 'names'],
    queryFn: () =>
      answer(api.GET('/api/office/members', { params: { query: { limit: 100, with_inactive: true } } })),
    staleTime: LONG,
  })
  const said = namesIn(entries)
  for (const { id, name } of members.data?.items ?? []) said.set(id, name)
  const unknown = [...idsIn(entries)].flatMap((id) => {
    const place = placeOf(id)
    return said.has(id) || place === null ? [] : [{ id, place }]
  })
  const asked = useQueries({
    queries: unknown.map(({ id, place }) => ({ ...nameQuery(place, id), retry: false })),
  })
  asked.forEach(({ data }, index) => {
    const id = unknown[index]?.id
    if (id !== undefined && data !== undefined) said.set(id, data)
  })
  return said
}

/** The name of one thing. */
function nameQuery(place: Place, id: string) {
  return queryOptions({
    queryKey: ['office', 'audit-name', place, id],
    queryFn: () => nameOf(place, id),
    staleTime: LONG,
  })
}

async function nameOf(place: Place, id: string): Promise<string> {
  switch (place) {
    case 'task':
      return (await answer(api.GET('/api/office/tasks/{task}', { params: { path: { task: id } } }))).title
    case 'request':
      return (await answer(api.GET('/api/office/requests/{request}', { params: { path: { request: id } } })))
        .subject
    case 'client':
      return (await answer(api.GET('/api/office/clients/{client}', { params: { path: { client: id } } })))
        .name
    case 'contact':
      return (await answer(api.GET('/api/office/contacts/{contact}', { params: { path: { contact: id } } })))
        .name
    case 'series':
      return (await answer(api.GET('/api/office/series/{series}', { params: { path: { series: id } } })))
        .title
  }
}
