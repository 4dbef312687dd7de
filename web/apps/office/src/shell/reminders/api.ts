import type { Task, TaskReminders } from '@sild/api'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { answer, api, idempotent, newKey } from '../api'
import { keys } from '../query'

/** Reminds the contacts of the task at once. */
export function useRemindNow(task: string) {
  const queries = useQueryClient()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/office/tasks/{task}/remind', {
          params: { path: { task } },
          body: {},
          headers: idempotent(key.current),
        }),
      ),
    onSuccess: (reminders) => keep(queries, task, reminders),
    onError: () => queries.invalidateQueries({ queryKey: keys.task(task) }),
    onSettled: () => {
      key.current = newKey()
    },
  })
}

/** Leaves out the reminder that the schedule would send of the task on that day. */
export function useSkipReminder(task: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (on: string) =>
      answer(
        api.POST('/api/office/tasks/{task}/skip-reminder', { params: { path: { task } }, body: { on } }),
      ),
    onSuccess: (reminders) => keep(queries, task, reminders),
    onError: () => queries.invalidateQueries({ queryKey: keys.task(task) }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.overview }),
  })
}

function keep(queries: QueryClient, task: string, reminders: TaskReminders) {
  queries.setQueryData(keys.task(task), (known: Task | undefined) => known && { ...known, reminders })
}
