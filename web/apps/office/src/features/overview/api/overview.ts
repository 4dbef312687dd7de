import type { Task } from '@sild/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../../shell/api'
import { keepTask } from '../../../shell/keepTask'
import { keys } from '../../../shell/query'

/** How often it is looked at again. */
const REFRESH_MILLISECONDS = 60_000

/** The office at a glance. */
export function useOverview() {
  return useQuery({
    queryKey: keys.overview,
    queryFn: () => answer(api.GET('/api/office/overview')),
    refetchInterval: REFRESH_MILLISECONDS,
  })
}

/** Takes a task back that its client has not been told of yet, or has the client told of it without more wait. */
export function useAnnouncement(task: string) {
  const queries = useQueryClient()
  const path = { params: { path: { task } }, body: {} }
  const change = {
    onSuccess: (changed: Task) => keepTask(queries, changed),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.overview }),
  }
  return {
    withdraw: useMutation({
      mutationFn: () => answer(api.POST('/api/office/tasks/{task}/withdraw', path)),
      ...change,
    }),
    tellNow: useMutation({
      mutationFn: () => answer(api.POST('/api/office/tasks/{task}/announce', path)),
      ...change,
    }),
  }
}
