import { answer } from '@sild/api'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../shell/api.ts'
import { keys } from '../../../shell/keys.ts'
import { lookAgainMilliseconds } from '../../../shell/query.ts'
import type { Scope } from '../../../shell/session.tsx'

/** Which task of which client. */
export interface TaskScope extends Scope {
  task: string
}

/** The task with its thread; looked at again while it is on the screen, so that an answer shows by itself. */
export function taskQuery(scope: TaskScope) {
  return queryOptions({
    queryKey: keys.task(scope.office, scope.client, scope.task),
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/portal/{office}/clients/{client}/tasks/{task}', {
          params: { path: { ...scope } },
          signal,
        }),
      ),
    refetchInterval: lookAgainMilliseconds,
  })
}

/** Says that the person has seen the task up to this activity. */
export function markRead(scope: TaskScope, activity: number) {
  return answer(
    api.POST('/api/portal/{office}/clients/{client}/tasks/{task}/read', {
      params: { path: { ...scope } },
      body: { activity },
    }),
  )
}

/** Ticks an entry of the checklist, or takes the tick away. */
export function tick(scope: TaskScope, item: string, isDone: boolean) {
  return answer(
    api.PUT('/api/portal/{office}/clients/{client}/tasks/{task}/checklist/{item}', {
      params: { path: { ...scope, item } },
      body: { is_done: isDone },
    }),
  )
}

/** Marks the task as done by the client. */
export function finish(scope: TaskScope) {
  return answer(
    api.POST('/api/portal/{office}/clients/{client}/tasks/{task}/done', {
      params: { path: { ...scope } },
      body: {},
    }),
  )
}

/** Takes "done" back. */
export function reopen(scope: TaskScope) {
  return answer(
    api.POST('/api/portal/{office}/clients/{client}/tasks/{task}/reopen', {
      params: { path: { ...scope } },
      body: {},
    }),
  )
}
