import * as office from './data'
import { clientFiles } from './files'
import * as work from './work'

const demo = { ...office, ...work }

type Asked = { method: string; path: string; query: URLSearchParams }
type Reply = { status: number; body: unknown }

const ok = (body: unknown): Reply => ({ status: 200, body })
const page = (items: unknown[], next: string | null = null) => ok({ items, next })
const nothing: Reply = { status: 404, body: { status: 404, code: 'not_found', detail: '', errors: [] } }

/** What a demo office answers: enough of the API for what is weighed, without any state. */
export function answerDemo({ method, path, query }: Asked): Reply {
  const route = `${method} ${path.replace('/api', '')}`
  const [, kind, id] = /^\/api\/office\/([\w-]+)\/([\w-]+)$/.exec(path) ?? []
  if (method === 'GET' && kind === 'tasks') return ok(taskOf(id ?? ''))
  if (method === 'GET' && kind === 'clients') return ok(demo.client)
  if (method === 'GET' && kind === 'series')
    return ok(demo.seriesList().find((one) => one.id === id) ?? demo.series())
  switch (route) {
    case 'GET /office/session':
      return ok(demo.session)
    case 'GET /office/members':
      return page(demo.members)
    case 'GET /office/requests':
      return page([demo.request()])
    case 'GET /office/settings':
      return ok(demo.settings)
    case 'GET /office/portal':
      return ok(demo.portal)
    case 'GET /office/templates':
      return page(demo.templates)
    case 'GET /office/portal/name-check':
      return ok({ slug: query.get('name'), is_available: false, reason: 'yours' })
    case 'GET /office/clients':
      return listClients(query)
    case 'GET /office/clients/cli_001/files':
      return page(clientFiles)
    case 'GET /office/tasks':
      return page(
        query.get('state') === 'completed'
          ? demo.tasks.slice(0, 2).map((one) => ({ ...one, state: 'completed', is_overdue: false }))
          : demo.tasks.filter((one) => query.get('client_id') === null || one.client.id === 'cli_001'),
      )
    case 'GET /office/overview':
      return ok(demo.overview())
    case 'GET /office/series':
      return page(demo.seriesList())
    case 'POST /office/series/preview':
      return ok({ next_dates: demo.nextDates })
    case 'GET /office/notifications':
      return page(demo.notifications)
    default:
      return nothing
  }
}

function taskOf(id: string): unknown {
  if (id === 'tsk_payroll') return demo.waitingTask()
  return id === 'tsk_check' ? demo.closedTask() : demo.task()
}

function listClients(query: URLSearchParams): Reply {
  const search = (query.get('search') ?? '').toLowerCase()
  const found = demo.clients.filter(({ name }) =>
    name
      .toLowerCase()
      .split(' ')
      .some((word) => word.startsWith(search)),
  )
  const from = Number(query.get('cursor') ?? 0)
  const to = from + Number(query.get('limit') ?? 20)
  return page(found.slice(from, to), to < found.length ? String(to) : null)
}
