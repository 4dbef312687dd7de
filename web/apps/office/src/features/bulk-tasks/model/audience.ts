import type { Body, BulkTask, ClientSummary } from '@sild/api'

type Order = Body<'start_bulk_task'>

/** For whom the tasks are: clients by name, or all that pass the list's filters. */
export type Audience =
  | { kind: 'some'; clients: Pick<ClientSummary, 'id' | 'name' | 'portal_state'>[] }
  | { kind: 'all'; matching: NonNullable<Order['matching']> }

/** The audience as the operation takes it. */
export function chosenOf(audience: Audience): Pick<Order, 'client_ids' | 'matching'> {
  return audience.kind === 'all'
    ? { matching: audience.matching }
    : { client_ids: audience.clients.map(({ id }) => id) }
}

/** How many they are; null where only the server knows. */
export function countOf(audience: Audience): number | null {
  return audience.kind === 'all' ? null : audience.clients.length
}

/** The names of those who could not see a task now. */
export function closedNames(audience: Audience): string[] {
  if (audience.kind === 'all') return []
  return audience.clients.filter(({ portal_state }) => portal_state === 'closed').map(({ name }) => name)
}

/** The share that is done, 0 to 100; whole only when the server says so. */
export function progressPercent({ state, total, created, skipped }: BulkTask): number {
  if (state === 'done') return 100
  if (total === 0) return 0
  return Math.min(99, Math.round(((created + skipped.length) / total) * 100))
}

/** The clients that were passed over because their portal is closed: these can be opened and tried again. */
export function closedOf({ skipped }: BulkTask): string[] {
  return skipped.flatMap(({ client_id, reason }) => (reason === 'portal_closed' ? [client_id] : []))
}
