import type { operations } from '@sild/api'
import * as v from 'valibot'

/** How far a client can be with its portal. */
export const PORTAL_STATES = ['closed', 'silent', 'invited', 'active'] as const
/** The orders of the list. */
export const CLIENT_SORTS = ['name', 'open_tasks', 'earliest_due'] as const

/** One order of the list. */
export type ClientSort = (typeof CLIENT_SORTS)[number]

/** An address part that is wrong counts as left out. */
const lenient = <S extends v.GenericSchema>(schema: S) =>
  v.optional(v.fallback(v.optional(schema), undefined))

/** What stands in the address may look like a number: `?search=12345678`. */
const words = v.pipe(v.union([v.string(), v.number()]), v.transform(String))

/** The search, filters and order of the client list, as they stand in the address: a link keeps them (S65). */
export const clientFilterSchema = v.object({
  search: lenient(words),
  responsible: lenient(v.string()),
  portal: lenient(v.picklist(PORTAL_STATES)),
  overdue: lenient(v.literal(true)),
  archived: lenient(v.literal(true)),
  sort: lenient(v.picklist(CLIENT_SORTS)),
})

/** What the list shows. */
export type ClientFilter = v.InferOutput<typeof clientFilterSchema>

/** What `list_clients` takes. */
type ListQuery = NonNullable<operations['list_clients']['parameters']['query']>

/** In which order the list comes: what is overdue by its deadline, the rest by name, unless something else is asked for. */
export function sortOf({ sort, overdue, archived }: ClientFilter): ClientSort {
  if (archived) return 'name'
  return sort ?? (overdue ? 'earliest_due' : 'name')
}

/** The filters as the list of clients takes them. */
export function queryOf(filter: ClientFilter): ListQuery {
  if (filter.archived) {
    return {
      is_archived: true,
      ...(filter.search ? { search: filter.search } : {}),
      ...(filter.responsible ? { responsible_id: filter.responsible } : {}),
    }
  }
  const sort = sortOf(filter)
  return { ...matchingOf(filter), ...(sort === 'name' && !filter.overdue ? {} : { sort }) }
}

/** The filters as operations on many clients take them; the order is nothing to them. */
export function matchingOf(filter: ClientFilter) {
  return {
    ...(filter.search ? { search: filter.search } : {}),
    ...(filter.responsible ? { responsible_id: filter.responsible } : {}),
    ...(filter.portal ? { portal_state: filter.portal } : {}),
    ...(filter.overdue ? { is_overdue: true } : {}),
  }
}

/** Whether anything beside the order and the archive narrows the list. */
export function isNarrowed({ search, responsible, portal, overdue }: ClientFilter): boolean {
  return Boolean(search || responsible || portal || overdue)
}

/** The archive is a list of its own: by name, and without what only open clients have. */
export function withArchive(filter: ClientFilter, isArchived: boolean): ClientFilter {
  const { search, responsible } = filter
  return { search, responsible, archived: isArchived || undefined }
}
