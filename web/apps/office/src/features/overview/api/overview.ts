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

/** Takes a task back that its client has not been told of yet. */
export function useWithdraw(task: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      answer(api.POST('/api/office/tasks/{task}/withdraw', { params: { path: { task } }, body: {} })),
    onSuccess: (withdrawn) => keepTask(queries, withdrawn),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.overview }),
  })
}
