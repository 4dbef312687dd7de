import type { TaskSummary } from '@sild/api'

/** Which of the open tasks are shown alone: the late ones, those the client has, or those the client says are done. */
export const ONLY = ['overdue', 'client', 'done'] as const

/** One of `ONLY`. */
export type Only = (typeof ONLY)[number]

/** Whether a task is among them. */
export function isAmong(
  {
    is_overdue,
    portal_state,
    client_state,
  }: Pick<TaskSummary, 'is_overdue' | 'portal_state' | 'client_state'>,
  only: Only,
): boolean {
  if (only === 'overdue') return is_overdue
  if (portal_state !== 'assigned') return false
  return only === 'done' ? client_state === 'done' : client_state === 'open'
}
