import type { AuditEntry, NotificationSettings, OfficeLogin, Profile } from '@sild/api'
import { session } from './data'
import { minutes } from './time'

const { id, name, email, role } = session.member
const both = { mail: true, in_app: true }

/** The one who is signed in, as they see themselves. */
export const profile: Profile = { id, name, email, role, language: 'en', version: 1 }

/** What they are told of. */
export const switches: NotificationSettings = {
  new_request: both,
  portal_message: both,
  client_file: both,
  client_done: { mail: false, in_app: true },
  version: 1,
}

/** Where they are signed in. */
export const logins: OfficeLogin[] = [
  {
    id: 'ses_here',
    device: 'Firefox · Linux',
    started_at: minutes(-30),
    expires_at: minutes(9000),
    is_current: true,
  },
  {
    id: 'ses_there',
    device: 'Safari · iOS',
    started_at: minutes(-900),
    expires_at: minutes(8000),
    is_current: false,
  },
]

/** What was changed lately. */
export const trail: AuditEntry[] = [
  {
    id: 'aud_2',
    at: minutes(-5),
    by: { kind: 'member', id, name },
    operation: 'update_task',
    what: 'task',
    thing_id: 'tsk_statement',
    belongs_to: 'cli_001',
    change: 'changed',
    fields: [{ field: 'client_may_tick', from: 'false', to: 'true', is_erased: false }],
  },
  {
    id: 'aud_1',
    at: minutes(-7),
    by: { kind: 'member', id, name },
    operation: 'redeem_login_link',
    what: 'session',
    thing_id: id,
    belongs_to: null,
    change: 'created',
    fields: [],
  },
]
