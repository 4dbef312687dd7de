import type { Body, Task } from '@sild/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { answer, api, idempotent, newKey } from '../../../shell/api'
import { keys } from '../../../shell/query'
import { withFile } from '../../../shell/thread/subject'

/** Queues files of the task to be mailed to the client's digitisation address. */
export function useDigitise(task: string) {
  const queries = useQueryClient()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: (body: Body<'digitise_files'>) =>
      answer(
        api.POST('/api/office/tasks/{task}/digitise', {
          params: { path: { task } },
          body,
          headers: idempotent(key.current),
        }),
      ),
    onSuccess: ({ files }) =>
      queries.setQueryData(
        keys.task(task),
        (known: Task | undefined) => known && files.reduce(withFile, known),
      ),
    onError: () => queries.invalidateQueries({ queryKey: keys.task(task) }),
    onSettled: () => {
      key.current = newKey()
    },
  })
}
