import * as office from './data'
import { clientFiles } from './files'
import * as work from './work'

const demo = { ...office, ...work }

type Asked = { method: string; path: string; query: URLSearchParams; body: unknown }
type Reply = { status: number; body: unknown }

const ok = (body: unknown, status = 200): Reply => ({ status, body })
const page = (items: unknown[], next: string | null = null) => ok({ items, next })

/** What a demo office answers: enough of the API for every screen, without any state. `scene` picks a variant. */
export function answerDemo({ method, path, query }: Asked, scene: string): Reply {
  const route = `${method} ${path.replace('/api', '')}`
  if (scene === 'signed-out' && !route.startsWith('POST /login/'))
    return route.endsWith('/session') ? refuse(401, 'not_signed_in') : ok({}, 202)
  if (scene === 'error' && method === 'GET' && !route.endsWith('/session'))
    return refuse(500, 'internal_error')
  if (scene === 'files-error' && route.endsWith('/files')) return refuse(500, 'internal_error')
  if (scene === 'empty') {
    const reply = EMPTY[route]
    if (reply) return reply
  }
  const [, kind, id] = /^\/api\/office\/([\w-]+)\/([\w-]+)$/.exec(path) ?? []
  if (method === 'GET' && kind === 'tasks') return ok(taskOf(id ?? ''))
  if (method === 'GET' && kind === 'clients')
    return id === 'cli_999' ? refuse(404, 'not_found') : ok(demo.client)
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
      return ok(
        scene === 'inactive' ? { ...demo.portal, is_active: false, slug: null, url: null } : demo.portal,
      )
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
    case 'POST /office/bulk-openings/preview':
      return ok(demo.bulkPreview)
    case 'POST /office/bulk-openings':
      return ok(demo.bulkOpening({ state: 'running', opened: 1, invited: 0, skipped: [] }), 202)
    case 'GET /office/bulk-openings/blk_1':
      return ok(demo.bulkOpening())
    case 'POST /login/link':
      return ok({ masked_email: 'o***@office.example', state: 'usable' })
    case 'POST /login/redeem':
      return refuse(409, 'link_expired')
    default:
      return method === 'GET' ? refuse(404, 'not_found') : ok({}, 202)
  }
}

const EMPTY: Record<string, Reply> = {
  'GET /office/clients': page([]),
  'GET /office/clients/cli_001/files': page([]),
  'GET /office/tasks': page([]),
  'GET /office/series': page([]),
  'GET /office/overview': ok(
    demo.overview({ busiest: [], overdue: [], announcements: [], series: [], reminders: [] }),
  ),
  'GET /office/requests': page([]),
  'GET /office/templates': page([]),
  'GET /office/notifications': page([]),
  'GET /office/session': ok({ ...demo.session, unread_notifications: 0 }),
  'GET /office/clients/cli_001': ok({
    ...demo.client,
    contacts: [],
    contact_count: 0,
    open_count: 0,
    portal_state: 'closed',
    responsible: [],
  }),
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

function refuse(status: number, code: string): Reply {
  return { status, body: { type: 'about:blank', title: code, status, code, detail: code, errors: [] } }
}
