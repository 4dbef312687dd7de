import type { BulkOpening, BulkPreview, ClientSummary } from '@sild/api'
import type { SkipReason } from '../../../shell/skipWords'
import type { ClientFilter } from './filter'

/** What a person has chosen in the client list: some clients, or all that the filters find. */
export type Selection = { kind: 'some'; clients: ClientSummary[] } | { kind: 'all'; filter: ClientFilter }

/** How many clients an operation takes by name. */
const NAMED_MAX = 1000

type Chosen = {
  clients: ClientSummary[]
  selected: ReadonlySet<string> | 'all'
  filter: ClientFilter
  /** Whether the list goes on behind what is loaded. */
  hasMore: boolean
}

/** What is chosen, by name or by the filters; null where it is too much to name and not all that match. */
export function selectionOf({ clients, selected, filter, hasMore }: Chosen): Selection | null {
  if (selected === 'all') return { kind: 'all', filter }
  const named = clients.filter(({ id }) => selected.has(id))
  if (named.length <= NAMED_MAX) return { kind: 'some', clients: named }
  return named.length === clients.length && !hasMore ? { kind: 'all', filter } : null
}

type PreviewClient = BulkPreview['clients'][number]
type PreviewContact = PreviewClient['contacts'][number]

/** A preview, sorted by what will happen. */
export type BulkPlan = {
  /** Contacts who get access, by client. */
  opening: { client: PreviewClient; contacts: PreviewContact[] }[]
  /** Clients whose portal is open already: invitations are sent to them again, or nothing happens. */
  alreadyOpen: PreviewClient[]
  /** Contacts who are skipped, and clients without any contact. */
  skipped: { client: string; contact: string | null; reason: SkipReason }[]
  contactCount: number
}

/** Sorts a preview into who gets access, who has it, and who is skipped and why. */
export function planOf(preview: BulkPreview, isAgain: boolean): BulkPlan {
  const plan: BulkPlan = { opening: [], alreadyOpen: [], skipped: [], contactCount: 0 }
  for (const client of preview.clients) {
    if (client.already_open) plan.alreadyOpen.push(client)
    if (client.already_open && !isAgain) continue
    if (client.contacts.length === 0) {
      plan.skipped.push({ client: client.name, contact: null, reason: 'no_contacts' })
      continue
    }
    for (const { name, reason } of client.contacts)
      if (reason !== null) plan.skipped.push({ client: client.name, contact: name, reason })
    if (client.already_open) continue
    const contacts = client.contacts.filter(({ reason }) => reason === null)
    plan.opening.push({ client, contacts })
    plan.contactCount += contacts.length
  }
  return plan
}

/** The share that is done, 0 to 100. */
export function progressPercent({ state, total, opened, already_open, skipped }: BulkOpening): number {
  if (state === 'done') return 100
  if (total === 0) return 0
  const clientsSkipped = new Set(skipped.flatMap((one) => (one.contact_name === null ? [one.client_id] : [])))
  return Math.min(99, Math.round(((opened + already_open + clientsSkipped.size) / total) * 100))
}

/** A client of which somebody was skipped, or all of it. */
export type SkippedClient = {
  id: string
  /** Null for a client that is gone. */
  name: string | null
  people: { name: string | null; reason: SkipReason }[]
}

/** The clients of which somebody was skipped, each with its people and reasons. */
export function skippedByClient(skipped: BulkOpening['skipped']): SkippedClient[] {
  const byClient = new Map<
    string,
    { id: string; name: string | null; people: { name: string | null; reason: SkipReason }[] }
  >()
  for (const { client_id, client_name, contact_name, reason } of skipped) {
    const entry = byClient.get(client_id) ?? { id: client_id, name: client_name, people: [] }
    entry.people.push({ name: contact_name, reason })
    byClient.set(client_id, entry)
  }
  return [...byClient.values()]
}
