import type { OfficeNotification, RequestSummary, Task, TaskSummary } from '@sild/api'

/** What a client did; all else that members are told of waits for no answer. */
type ClientAct = Exclude<OfficeNotification['kind'], 'address_bounced' | 'digitisation_failed'>
type OfClient = OfficeNotification & { kind: ClientAct }

/** What waits for a person: a request, something that a client wrote or sent, or a task that a client says is done. */
export type InboxItem = {
  /** Another one for the same task or request when the client does something more. */
  key: string
  kind: 'request' | 'news' | 'done'
  on: 'task' | 'request'
  id: string
  title: string
  client: { id: string; name: string }
  /** Who did it last and what, where a notification tells. */
  last: { kind: ClientAct; actor: string } | null
  at: string | null
  /** Nobody looked at it yet. */
  isNew: boolean
}

type Sources = {
  requests: readonly RequestSummary[]
  tasks: readonly (TaskSummary | Task)[]
  /** Newest first. */
  notifications: readonly OfficeNotification[]
}

/** What waits, the newest first; what no notification tells of comes last. */
export function inboxOf({ requests, tasks, notifications }: Sources): InboxItem[] {
  const latest = new Map<string, OfClient>()
  for (const one of notifications) {
    const about = one.task_id ?? one.request_id
    if (about && isOfClient(one) && !latest.has(about)) latest.set(about, one)
  }
  const items = [
    ...requests.flatMap((request) => ofRequest(request, latest.get(request.id))),
    ...tasks.flatMap((task) => ofTask(task, latest.get(task.id))),
  ]
  return items.sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''))
}

/** The tasks that notifications tell of and that are not known yet. */
export function unknownTasks(
  notifications: readonly OfficeNotification[],
  known: readonly TaskSummary[],
): string[] {
  const ids = new Set(known.map(({ id }) => id))
  return [...new Set(notifications.flatMap(({ task_id }) => (task_id && !ids.has(task_id) ? [task_id] : [])))]
}

function isOfClient(one: OfficeNotification): one is OfClient {
  return one.kind !== 'address_bounced' && one.kind !== 'digitisation_failed'
}

function ofRequest(request: RequestSummary, latest: OfClient | undefined): InboxItem[] {
  if (request.state !== 'new' && !request.has_client_news) return []
  const kind = request.state === 'new' ? 'request' : 'news'
  const at = latest?.at ?? request.created_at
  const last = lastOf(latest) ?? { kind: 'new_request' as const, actor: request.author.name }
  const { id, subject: title, client, has_client_news: isNew } = request
  return [{ key: `${id} ${kind} ${at}`, kind, on: 'request', id, title, client, last, at, isNew }]
}

function ofTask(task: TaskSummary, latest: OfClient | undefined): InboxItem[] {
  const isDone = task.state === 'open' && task.client_state === 'done'
  if (!isDone && !task.has_client_news) return []
  const { id, title, client, has_client_news: isNew } = task
  const kind = isDone ? 'done' : 'news'
  const at = latest?.at ?? null
  return [
    { key: `${id} ${kind} ${at}`, kind, on: 'task', id, title, client, last: lastOf(latest), at, isNew },
  ]
}

function lastOf(latest: OfClient | undefined): InboxItem['last'] {
  return latest ? { kind: latest.kind, actor: latest.actor } : null
}
