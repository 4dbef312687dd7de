import type { Page, PortalTask, PortalTaskState, PortalTaskSummary } from '@sild/api'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { keys } from '../../../shell/keys.ts'
import type { TaskScope } from '../api/task.ts'

type Rows = InfiniteData<Page<PortalTaskSummary>, string | null>

/** Changes the task that is kept, when it is. */
export function changeTask(
  queries: QueryClient,
  scope: TaskScope,
  change: (task: PortalTask) => PortalTask,
): void {
  const key = keys.task(scope.office, scope.client, scope.task)
  queries.setQueryData<PortalTask>(key, (task) => (task ? change(task) : task))
}

/** Changes the task's row in every list that is kept. */
export function changeRow(queries: QueryClient, scope: TaskScope, change: Partial<PortalTaskSummary>): void {
  queries.setQueriesData<Rows>({ queryKey: keys.allTasks(scope.office, scope.client) }, (rows) =>
    rows
      ? {
          ...rows,
          pages: rows.pages.map((page) => ({
            ...page,
            items: page.items.map((row) => (row.id === scope.task ? { ...row, ...change } : row)),
          })),
        }
      : rows,
  )
}

/** Lists and counts have changed on the server: they are asked for again when they are next shown. */
export function listsAreOld(queries: QueryClient, scope: TaskScope): void {
  void queries.invalidateQueries({ queryKey: keys.allTasks(scope.office, scope.client) })
  void queries.invalidateQueries({ queryKey: keys.session(scope.office) })
}

/** The task with another state. */
export function withState(task: PortalTask, state: PortalTaskState): PortalTask {
  return { ...task, state: state.state, done: state.done ?? null, completed_at: state.completed_at ?? null }
}

/** The task with an entry of the checklist ticked or not. */
export function withTick(task: PortalTask, item: string, isDone: boolean): PortalTask {
  const checklist = task.checklist.map((entry) => (entry.id === item ? { ...entry, is_done: isDone } : entry))
  return { ...task, checklist, checklist_done: checklist.filter((entry) => entry.is_done).length }
}
