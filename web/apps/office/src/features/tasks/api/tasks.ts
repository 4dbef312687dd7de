import type { Body, Task, TaskSummary } from '@sild/api'
import {
  type InfiniteData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useContext } from 'react'
import { answer, api, idempotent, ifMatch, isProblem } from '../../../shell/api'
import { t } from '../../../shell/i18n'
import { keepTask } from '../../../shell/keepTask'
import { sentenceOf } from '../../../shell/problems'
import { eachMinuteWhileShort, keys } from '../../../shell/query'
import { type Channel, withFile, withMessage } from '../../../shell/thread/subject'
import { showToast } from '../../../ui/Toasts'
import { EditScopeContext, inScope } from '../model/scope'

/** Which tasks a list shows: a member's own, or one client's. */
export type TaskFilter = { state: 'open' | 'completed' } & ({ assignee: 'me' } | { client_id: string })

/** The tasks of a filter, by due date, in pages. */
export function useTaskList(filter: TaskFilter) {
  return useInfiniteQuery({
    queryKey: keys.taskList(filter),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/office/tasks', {
          params: { query: { ...filter, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: eachMinuteWhileShort,
  })
}

/** One task with its thread. Renewed sooner while something is on its way, so that "told at" appears by itself. */
export function useTask(id: string) {
  return useQuery({
    ...taskQuery(id),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 10_000 : 60_000),
  })
}

/** Whether the client's mail or files to be digitised wait. */
function isUnderWay({ portal, files }: Task): boolean {
  return Boolean(portal.announce_at) || files.some(({ digitisation }) => digitisation?.state === 'queued')
}

const taskQuery = (id: string) =>
  queryOptions({
    queryKey: keys.task(id),
    queryFn: () => answer(api.GET('/api/office/tasks/{task}', { params: { path: { task: id } } })),
  })

/** Creates a task; the key makes a repeated press harmless. */
export const createTask = (body: Body<'create_task'>, key: string) =>
  answer(api.POST('/api/office/tasks', { body, headers: idempotent(key) }))

/** Opens a client's portal without any mail. */
const openClientPortal = (client: string) =>
  answer(
    api.PUT('/api/office/clients/{client}/portal', { params: { path: { client } }, body: { is_open: true } }),
  )

const path = (task: string) => ({ params: { path: { task } } })

/** Says that a member has looked at what the client did. */
export const markSeen = (task: string) =>
  answer(api.POST('/api/office/tasks/{task}/seen', { ...path(task), body: {} }))

/** What can be done to a task; each answers the task as it is afterwards. */
export const commands = {
  assign: (task: string) => answer(api.POST('/api/office/tasks/{task}/assign', { ...path(task), body: {} })),
  announce: (task: string) =>
    answer(api.POST('/api/office/tasks/{task}/announce', { ...path(task), body: {} })),
  withdraw: (task: string) =>
    answer(api.POST('/api/office/tasks/{task}/withdraw', { ...path(task), body: {} })),
  complete: (task: string) =>
    answer(api.POST('/api/office/tasks/{task}/complete', { ...path(task), body: {} })),
  reopen: (task: string) => answer(api.POST('/api/office/tasks/{task}/reopen', { ...path(task), body: {} })),
  tick: (task: string, item: string, is_done: boolean) =>
    answer(
      api.PUT('/api/office/tasks/{task}/checklist/{item}', {
        params: { path: { task, item } },
        body: { is_done },
      }),
    ),
}

/** Gives a task to its client, whose portal is opened first where the person has asked for that too. */
export async function assignTask(task: Task, isOpeningPortal: boolean): Promise<Task> {
  if (isOpeningPortal) await openClientPortal(task.client.id)
  return commands.assign(task.id)
}

/** Runs one of the `commands` and keeps its answer. */
export function useTaskCommand() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (run: () => Promise<Task>) => run(),
    onSuccess: (task) => keepTask(queries, task),
  })
}

/** Completes a task or opens it again: shown at once, and as it was again if the server refuses. */
export function useSettleTask(id: string) {
  const queries = useQueryClient()
  const queryKey = keys.task(id)
  const mutationKey = [...queryKey, 'settle']
  const show = (change: Partial<Task>) =>
    queries.setQueryData(queryKey, (known: Task | undefined) => known && { ...known, ...change })
  return useMutation({
    mutationKey,
    // One after the other: Undo may be pressed before the first answer is there.
    scope: { id: mutationKey.join(' ') },
    mutationFn: (isCompleting: boolean) => (isCompleting ? commands.complete(id) : commands.reopen(id)),
    onMutate: async (isCompleting) => {
      await queries.cancelQueries({ queryKey })
      const before = queries.getQueryData<Task>(queryKey)
      show({ state: isCompleting ? 'completed' : 'open', completed: null })
      return before
    },
    onSuccess: (task) => {
      // What was pressed meanwhile is shown already; its own answer follows.
      if (queries.isMutating({ mutationKey }) === 1) keepTask(queries, task)
    },
    onError: (error, _isCompleting, before) => {
      if (before) show({ state: before.state, completed: before.completed })
      showToast({ text: sentenceOf(error), tone: 'bad' })
      void queries.invalidateQueries({ queryKey })
    },
  })
}

/** Completes a task of a list: it leaves the open ones at once, and comes back if the server refuses. */
export function useCompleteListed() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (task: TaskSummary) => commands.complete(task.id),
    onMutate: (task) => {
      queries.setQueriesData<InfiniteData<{ items: TaskSummary[] }>>(
        { queryKey: [...keys.tasks, 'list'], predicate: ({ queryKey }) => isOfOpen(queryKey[3]) },
        (known) =>
          known && {
            ...known,
            pages: known.pages.map((page) => ({
              ...page,
              items: page.items.filter(({ id }) => id !== task.id),
            })),
          },
      )
    },
    onSuccess: (task) => keepTask(queries, task),
    onError: () => queries.invalidateQueries({ queryKey: [...keys.tasks, 'list'] }),
  })
}

function isOfOpen(filter: unknown): boolean {
  return typeof filter === 'object' && filter !== null && 'state' in filter && filter.state === 'open'
}

/**
 * Changes fields of a task, and what its series makes from now on where that is chosen; a deadline is each task's own.
 * When somebody else was faster, the newest state is loaded and the error says so.
 */
export function useUpdateTask(task: Task) {
  const queries = useQueryClient()
  const scope = useContext(EditScopeContext)
  return useMutation({
    mutationFn: (body: Body<'update_task'>) =>
      answer(
        api.PATCH('/api/office/tasks/{task}', {
          params: { path: { task: task.id }, header: ifMatch(task.version) },
          body: inScope(body, scope),
        }),
      ),
    onSuccess: (changed, body) => {
      keepTask(queries, changed)
      if (!inScope(body, scope).and_following) return
      void queries.invalidateQueries({ queryKey: keys.series })
      showToast({ text: t('following.savedToast') })
    },
    onError: (error) => {
      if (isProblem(error, 'version_mismatch'))
        void queries.invalidateQueries({ queryKey: keys.task(task.id) })
    },
  })
}

/** How a task's thread reaches the server. */
export function useTaskChannel(task: string): Channel {
  const queries = useQueryClient()
  const keep = (change: (known: Task) => Task) =>
    queries.setQueryData(keys.task(task), (known: Task | undefined) =>
      known === undefined ? known : change(known),
    )
  return {
    post: (body, key) =>
      answer(
        api.POST('/api/office/tasks/{task}/messages', { ...path(task), body, headers: idempotent(key) }),
      ),
    declare: (body, key) =>
      answer(api.POST('/api/office/tasks/{task}/files', { ...path(task), body, headers: idempotent(key) })),
    complete: (file) =>
      answer(
        api.POST('/api/office/tasks/{task}/files/{file}/complete', {
          params: { path: { task, file } },
          body: {},
        }),
      ),
    address: (file) =>
      answer(api.GET('/api/office/tasks/{task}/files/{file}/download', { params: { path: { task, file } } })),
    keepFile: (file) => keep((known) => withFile(known, file)),
    keepMessage: (message) => {
      keep((known) => withMessage(known, message))
      void queries.invalidateQueries({ queryKey: keys.task(task) })
    },
  }
}
