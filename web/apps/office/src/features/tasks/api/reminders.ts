import type { Task } from '@sild/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { answer, api, idempotent, newKey } from '../../../shell/api'
import { keys } from '../../../shell/query'

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
    onSuccess: (reminders) =>
      queries.setQueryData(keys.task(task), (known: Task | undefined) => known && { ...known, reminders }),
    onError: () => queries.invalidateQueries({ queryKey: keys.task(task) }),
    onSettled: () => {
      key.current = newKey()
    },
  })
}
