import type { Task } from '@sild/api'

const HOUR_MILLISECONDS = 60 * 60_000

/** Whether contacts can be reminded of a task at the moment, and if not, why. */
export type Reminding =
  | { can: true }
  | { can: false; why: 'not_assigned' | 'done' | 'completed' | 'not_announced' }
  | { can: false; why: 'recently'; againAt: string }

type Reminded = Pick<Task, 'state' | 'portal_state' | 'client_state' | 'portal' | 'reminders'>

/** What the server will say to "remind now" (S62); `now` in milliseconds. */
export function reminding(
  { state, portal_state, client_state, portal, reminders }: Reminded,
  now: number,
): Reminding {
  if (state === 'completed') return { can: false, why: 'completed' }
  if (portal_state !== 'assigned') return { can: false, why: 'not_assigned' }
  if (client_state === 'done') return { can: false, why: 'done' }
  if (portal.announce_at && Date.parse(portal.announce_at) > now) return { can: false, why: 'not_announced' }
  const again = reminders.asked_at ? Date.parse(reminders.asked_at) + HOUR_MILLISECONDS : 0
  if (again > now) return { can: false, why: 'recently', againAt: new Date(again).toISOString() }
  return { can: true }
}
