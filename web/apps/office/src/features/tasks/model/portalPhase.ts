import type { Task } from '@sild/api'

/** Where a task stands between the office and the client. */
export type PortalPhase =
  | { phase: 'closed' }
  | { phase: 'notAssigned'; wasWithdrawn: boolean }
  | { phase: 'waiting'; announceAt: string; secondsLeft: number }
  | { phase: 'announced'; announcedAt: string }
  | { phase: 'assigned' }

/** Reads the phase off a task; `now` in milliseconds. Seconds never fall below zero: the mail is then on its way. */
export function portalPhase(task: Pick<Task, 'portal' | 'portal_state'>, now: number): PortalPhase {
  const { portal, portal_state } = task
  if (portal_state !== 'assigned') {
    if (!portal.client_portal_is_open) return { phase: 'closed' }
    return { phase: 'notAssigned', wasWithdrawn: portal_state === 'withdrawn' }
  }
  if (portal.announced_at !== null) return { phase: 'announced', announcedAt: portal.announced_at }
  if (portal.announce_at !== null) {
    const secondsLeft = Math.max(0, Math.ceil((Date.parse(portal.announce_at) - now) / 1000))
    return { phase: 'waiting', announceAt: portal.announce_at, secondsLeft }
  }
  return { phase: 'assigned' }
}

/** Seconds as a clock shows them: `4:05`. */
export function clockWords(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The names of those who will see and be told. */
export function recipientNames(task: Pick<Task, 'portal'>): string[] {
  return task.portal.recipients.filter(({ has_access }) => has_access).map(({ name }) => name)
}
