import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../../shell/api'
import { keys } from '../../../shell/query'
import { type InboxItem, inboxOf, unknownTasks } from '../model/inbox'

/** How often it is looked at again. */
const REFRESH_MILLISECONDS = 30_000
/** How much of each list is looked through. */
const LIMIT = 100
/** How far back notifications lead to tasks that somebody else works on. */
const NOTIFICATIONS = 50

/**
 * What waits for the member: open requests, their own tasks, and the tasks of their clients that notifications tell of.
 * A task whose news somebody has looked at is nobody's any more.
 */
export function useInbox() {
  const refetchInterval = REFRESH_MILLISECONDS
  const requests = useQuery({
    queryKey: [...keys.requests, 'list', 'inbox'],
    queryFn: () =>
      answer(api.GET('/api/office/requests', { params: { query: { state: 'open', limit: LIMIT } } })),
    refetchInterval,
  })
  const own = useQuery({
    queryKey: [...keys.tasks, 'list', 'inbox'],
    queryFn: () =>
      answer(
        api.GET('/api/office/tasks', { params: { query: { assignee: 'me', state: 'open', limit: LIMIT } } }),
      ),
    refetchInterval,
  })
  const told = useQuery({
    queryKey: [...keys.notifications, 'inbox'],
    queryFn: () =>
      answer(api.GET('/api/office/notifications', { params: { query: { limit: NOTIFICATIONS } } })),
    refetchInterval,
  })
  const notifications = told.data?.items ?? []
  const others = useQueries({
    queries: unknownTasks(notifications, own.data?.items ?? [])
      .filter(() => own.data !== undefined)
      .map((task) => ({
        queryKey: keys.task(task),
        queryFn: () => answer(api.GET('/api/office/tasks/{task}', { params: { path: { task } } })),
        staleTime: REFRESH_MILLISECONDS,
      })),
  })
  const lists = [requests, own, told]
  const isPending = lists.some((list) => list.isPending) || others.some((task) => task.isPending)
  const error = lists.find((list) => list.error !== null && list.data === undefined)?.error ?? null
  const items = isPending
    ? undefined
    : inboxOf({
        requests: requests.data?.items ?? [],
        tasks: [...(own.data?.items ?? []), ...others.flatMap(({ data }) => data ?? [])],
        notifications,
      })
  return {
    data: error === null ? items : undefined,
    error,
    /** More tasks or requests are open than were looked through. */
    isPartial: Boolean(requests.data?.next || own.data?.next),
    refetch: () => Promise.all(lists.map((list) => list.refetch())),
  }
}

const post = {
  seenTask: (task: string) =>
    answer(api.POST('/api/office/tasks/{task}/seen', { params: { path: { task } }, body: {} })),
  seenRequest: (request: string) =>
    answer(api.POST('/api/office/requests/{request}/seen', { params: { path: { request } }, body: {} })),
  complete: (task: string) =>
    answer(api.POST('/api/office/tasks/{task}/complete', { params: { path: { task } }, body: {} })),
  reopen: (task: string) =>
    answer(api.POST('/api/office/tasks/{task}/reopen', { params: { path: { task } }, body: {} })),
  close: (request: string) =>
    answer(api.POST('/api/office/requests/{request}/close', { params: { path: { request } }, body: {} })),
  reopenRequest: (request: string) =>
    answer(api.POST('/api/office/requests/{request}/reopen', { params: { path: { request } }, body: {} })),
}

/** Deals with an item, or takes that back: a task is completed, a request closed, news are seen. */
export function useSettle() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ item: { kind, on, id }, isUndo }: { item: InboxItem; isUndo: boolean }) => {
      if (kind === 'done' && isUndo) return void (await post.reopen(id))
      if (kind === 'request' && isUndo) return void (await post.reopenRequest(id))
      if (kind === 'request') await post.close(id)
      if (kind === 'done') await post.complete(id)
      await (on === 'task' ? post.seenTask(id) : post.seenRequest(id))
    },
    onSettled: (_done, _error, { item }) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: item.on === 'task' ? keys.tasks : keys.requests }),
        queries.invalidateQueries({ queryKey: keys.clients, refetchType: 'none' }),
      ]),
  })
}
