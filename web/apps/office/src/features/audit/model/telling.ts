import type { AuditEntry } from '@sild/api'
import { fieldOf } from './things'

/** What an entry tells in words of its own; anything else was added, changed or removed. */
export type Did =
  | 'signed_up'
  | 'signed_in'
  | 'signed_out'
  | (typeof OF_MEMBER)[number]
  | 'responsible'
  | 'added'
  | 'taken_off'
  | 'linked'
  | 'unlinked'
  | 'gave_access'
  | 'took_access'
  | 'opened_portal'
  | 'closed_portal'
  | (typeof OF_CLIENT)[number]
  | (typeof OF_CONTACT)[number]
  | (typeof OF_TASK)[number]
  | 'ticked'
  | 'converted'
  | 'sent_request'
  | (typeof OF_SERIES)[number]
  | (typeof OF_REQUEST)[number]
  | 'wrote_note'
  | 'wrote'
  | 'added_file'
  | 'digitise_files'
  | (typeof OF_OFFICE)[number]
  | 'exported_clients'
  | 'exported_trail'

const OF_MEMBER = [
  'invite_member',
  'resend_member_invitation',
  'deactivate_member',
  'reactivate_member',
  'hand_over_ownership',
  'update_own_profile',
  'update_notification_settings',
] as const
const OF_CLIENT = ['archive_client', 'restore_client'] as const
const OF_CONTACT = ['archive_contact', 'restore_contact'] as const
const OF_TASK = [
  'assign_task',
  'withdraw_task',
  'complete_task',
  'reopen_task',
  'complete_portal_task',
  'reopen_portal_task',
  'remind_now',
  'skip_reminder',
  'announce_tasks',
] as const
const OF_SERIES = ['skip_series_date'] as const
const OF_REQUEST = ['close_request', 'reopen_request'] as const
const OF_OFFICE = [
  'activate_portal',
  'deactivate_portal',
  'save_portal_settings',
  'update_office_settings',
] as const

/** These say which of a thing's fields it was about; the others say all there is to say. */
const WITH_FIELDS = new Set<Did>([
  'hand_over_ownership',
  'update_own_profile',
  'update_notification_settings',
  'skip_reminder',
  'skip_series_date',
  'ticked',
  'save_portal_settings',
  'update_office_settings',
])

/** How an entry is told: in words of its own or plainly, and whether its fields are shown with the sentence. */
export type Telling = { did: Did | null; showsFields: boolean }

/** How an entry is told. */
export function tellingOf(entry: AuditEntry): Telling {
  const did = didOf(entry)
  return { did, showsFields: did === null ? entry.change === 'changed' : WITH_FIELDS.has(did) }
}

function didOf(entry: AuditEntry): Did | null {
  const { what, change } = entry
  const is = <T extends string>(operations: readonly T[]): T | null =>
    operations.find((operation) => operation === entry.operation) ?? null
  const byChange = (created: Did | null, removed: Did | null) =>
    change === 'created' ? created : change === 'removed' ? removed : null
  switch (what) {
    case 'session':
      return byChange('signed_in', 'signed_out')
    case 'office':
      return change === 'created' ? 'signed_up' : is(OF_OFFICE)
    case 'member':
      return is(OF_MEMBER)
    case 'member_client':
      return change === 'removed'
        ? 'taken_off'
        : fieldOf(entry, 'relation') === 'responsible'
          ? 'responsible'
          : 'added'
    case 'contact_client':
      return byChange('linked', 'unlinked') ?? switched(entry, 'has_access', 'gave_access', 'took_access')
    case 'client':
      return is(OF_CLIENT) ?? (change === 'changed' ? openedOrClosed(entry) : null)
    case 'contact':
      return is(OF_CONTACT)
    case 'task':
      return ofTask(entry) ?? is(OF_TASK)
    case 'series':
      return is(OF_SERIES)
    case 'request':
      return change === 'created' ? 'sent_request' : is(OF_REQUEST)
    case 'message':
      return byChange(fieldOf(entry, 'visibility') === 'internal' ? 'wrote_note' : 'wrote', null)
    case 'file':
      return byChange('added_file', null)
    case 'digitisation':
      return byChange('digitise_files', null)
    case 'client_export':
      return byChange(fieldOf(entry, 'audit_month') === null ? 'exported_clients' : 'exported_trail', null)
    default:
      return null
  }
}

function ofTask(entry: AuditEntry): Did | null {
  const { change, operation } = entry
  if (change === 'created') return operation === 'convert_request' ? 'converted' : null
  if (operation === 'send_reminders') return 'remind_now'
  return operation === 'tick_checklist' || operation === 'tick_portal_checklist' ? 'ticked' : null
}

/** A client whose portal was opened or closed, and nothing else. */
function openedOrClosed(entry: AuditEntry): Did | null {
  const about = ['portal_is_open', 'invited_at']
  return entry.fields.every(({ field }) => about.includes(field))
    ? switched(entry, 'portal_is_open', 'opened_portal', 'closed_portal')
    : null
}

function switched(entry: AuditEntry, name: string, on: Did, off: Did): Did | null {
  const to = entry.fields.find(({ field }) => field === name)?.to
  return to === 'true' ? on : to === 'false' ? off : null
}

/** What says who and when once more, or is only an id: it stands among the details. */
export function isAside(field: string): boolean {
  return /(?:^|[._])(?:id|at|by|kind)$/.test(field) && field !== 'assignee.id'
}
