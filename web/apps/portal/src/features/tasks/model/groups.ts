import type { PortalTaskSummary } from '@sild/api'
import { daysBetween } from '../../../shell/dates.ts'

/** How many days ahead something counts as near. Today and the same weekday of the next week are among them. */
const NEAR_DAYS = 7

/** The groups of the list, in the order in which they stand. */
const groupNames = ['sample', 'overdue', 'week', 'later', 'undated'] as const

/** One group. */
export type GroupName = (typeof groupNames)[number]

/** Which group a task belongs to: the sample first whatever its date, then by its due date. */
export function groupOf(task: PortalTaskSummary, today: string): GroupName {
  if (task.is_sample) return 'sample'
  if (task.due === null) return 'undated'
  if (task.is_overdue) return 'overdue'
  return daysBetween(today, task.due) <= NEAR_DAYS ? 'week' : 'later'
}

/** The groups that have tasks. The order inside a group is the server's. */
export function groupTasks(
  tasks: readonly PortalTaskSummary[],
  today: string,
): { name: GroupName; tasks: PortalTaskSummary[] }[] {
  const groups = groupNames.map((name) => ({
    name,
    tasks: tasks.filter((task) => groupOf(task, today) === name),
  }))
  return groups.filter((group) => group.tasks.length > 0)
}
