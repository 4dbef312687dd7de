import type { AuditEntry } from '@sild/api'

/** The kinds of things that the trail tells of. */
export const KINDS = [
  'task',
  'client',
  'contact',
  'request',
  'message',
  'file',
  'series',
  'template',
  'digitisation',
  'member',
  'session',
  'member_client',
  'contact_client',
  'office',
  'portal_name',
  'bulk_opening',
  'bulk_task',
  'client_export',
  'client_import',
] as const

/** One of them. */
export type Kind = (typeof KINDS)[number]

/** The kind of a thing by the name that the trail has for it; null for one that the app does not know. */
export function kindOf(what: string): Kind | null {
  return KINDS.find((kind) => kind === what) ?? null
}

const PREFIXES = { tsk: 'task', req: 'request', cli: 'client', con: 'contact', ser: 'series' } as const

/** What an id is of, where it has a screen of its own. */
export type Place = (typeof PREFIXES)[keyof typeof PREFIXES]

/** What an id is of, if that has a screen of its own. */
export function placeOf(id: string): Place | null {
  const [prefix = ''] = id.split('_')
  return prefix in PREFIXES ? PREFIXES[prefix as keyof typeof PREFIXES] : null
}

/** The value of a field after the change, or before it where that took it away. */
export function fieldOf(entry: AuditEntry, name: string): string | null {
  const field = entry.fields.find((one) => one.field === name)
  return field?.to ?? field?.from ?? null
}

/** The ids of all that the sentences and fields of entries name. */
export function idsIn(entries: AuditEntry[]): Set<string> {
  const ids = new Set<string>()
  for (const { thing_id, belongs_to, fields } of entries) {
    const values = fields.flatMap(({ from, to }) => [from, to])
    for (const value of [thing_id, belongs_to, ...values]) {
      for (const [id] of value?.matchAll(/\b[a-z]{3}_[0-9a-z]+\b/g) ?? []) ids.add(id)
    }
  }
  return ids
}

/** Names that the entries themselves say, the newest of each thing. */
export function namesIn(entries: AuditEntry[]): Map<string, string> {
  const names = new Map<string, string>()
  const learn = (id: string | null | undefined, name: string | null | undefined) => {
    if (id && name && !names.has(id)) names.set(id, name)
  }
  for (const entry of entries) {
    learn(entry.by.id, entry.by.name)
    const key = entry.what === 'request' ? 'subject' : 'name'
    learn(entry.thing_id, fieldOf(entry, 'title') ?? fieldOf(entry, key))
  }
  return names
}
