import type { Body, PortalFile, PortalFileSummary, PortalMessage, PortalRequest, PortalTask } from '@sild/api'
import type { Scene } from './scene.ts'

/** What the memory cannot do by itself: the portal would leave its page. */
interface Outside {
  signOut: () => void
  speak: (language: Scene['profile']['language']) => void
}

interface Asked {
  /** What stands in the path in place of the stars. */
  parts: string[]
  query: URLSearchParams
  body: unknown
}

/** Answers what the portal asks of its API, and remembers what is done while the preview is open. */
export function createMemory(scene: Scene, outside: Outside): (request: Request) => Promise<Response> {
  const { session, profile, told, tasks, requests } = scene
  const declared = new Map<string, Body<'declare_portal_file'>>()
  const me = { kind: 'contact', name: session.contact.name, is_me: true } as const
  let made = 0
  const newId = (kind: string): string => {
    made += 1
    return `${kind}_new${made}`
  }
  const now = (): string => new Date().toISOString()

  const taskOf = (id: string | undefined): PortalTask => known(tasks, id)
  const requestOf = (id: string | undefined): PortalRequest => known(requests, id)
  const conversationOf = (id: string | undefined): PortalTask | PortalRequest =>
    known([...tasks, ...requests], id)

  const routes: Record<string, (asked: Asked) => unknown> = {
    'POST /portals/*/login': () => ({}),
    'POST /login/code': () => ({ target: null }),

    'GET /session': () => ({
      ...session,
      clients: session.clients.map((client) => ({
        ...client,
        waiting_count: tasks.filter(({ state }) => state === 'open').length,
      })),
    }),
    // Whoever has signed out leaves the page: it is replaced before there is an answer.
    'DELETE /session': () => {
      outside.signOut()
      return new Promise(() => undefined)
    },
    'POST /welcome-seen': () => ({}),

    'GET /profile': () => profile,
    'PATCH /profile': ({ body }) => {
      const change = body as Body<'update_portal_profile'>
      Object.assign(profile, change, { version: profile.version + 1 })
      session.contact = { ...session.contact, name: profile.name, language: profile.language }
      if (change.language) outside.speak(change.language)
      return profile
    },
    'POST /email-change': ({ body }) => {
      profile.pending_email = (body as Body<'request_email_change'>).email
      return {}
    },
    'GET /notification-settings': () => told,
    'PATCH /notification-settings': ({ body }) => Object.assign(told, body, { version: told.version + 1 }),

    'GET /clients/*/tasks': ({ query }) =>
      page(tasks.filter(({ state }) => (state === 'open') === (query.get('state') === 'open'))),
    'GET /clients/*/tasks/*': ({ parts }) => taskOf(parts[1]),
    'PUT /clients/*/tasks/*/checklist/*': ({ parts, body }) => {
      const task = taskOf(parts[1])
      known(task.checklist, parts[2]).is_done = (body as Body<'tick_portal_checklist'>).is_done
      task.checklist_done = task.checklist.filter((item) => item.is_done).length
      return task
    },
    'POST /clients/*/tasks/*/done': ({ parts }) => {
      const task = taskOf(parts[1])
      // Nobody has to look at a sample: it is completed at once.
      const [state, completed_at] = task.is_sample ? ['completed', now()] : ['done', null]
      return Object.assign(task, { state, done: { by: me.name, at: now() }, completed_at })
    },
    'POST /clients/*/tasks/*/reopen': ({ parts }) =>
      Object.assign(taskOf(parts[1]), { state: 'open', done: null }),

    'GET /clients/*/requests': ({ query }) =>
      page(requests.filter(({ state }) => (state === 'closed') === (query.get('state') === 'finished'))),
    'GET /clients/*/requests/*': ({ parts }) => requestOf(parts[1]),
    'POST /clients/*/requests': ({ body }) => {
      const { subject, text } = body as Body<'create_portal_request'>
      const request: PortalRequest = {
        ...requestOf('req_1'),
        id: newId('req'),
        subject,
        text,
        state: 'new',
        created_at: now(),
        is_unread: false,
        messages: [],
        message_count: 0,
        files: [],
        file_count: 0,
      }
      requests.unshift(request)
      return request
    },

    'GET /clients/*/files': () =>
      page(
        [
          ...tasks.flatMap((task) => filesOf('task', task, task.title)),
          ...requests.flatMap((request) => filesOf('request', request, request.subject)),
        ].sort((a, b) => b.at.localeCompare(a.at)),
      ),

    'POST /clients/*/*/*/read': ({ parts }) => {
      conversationOf(parts[2]).is_unread = false
      return {}
    },
    'POST /clients/*/*/*/messages': ({ parts, body }) => {
      const { text, reply_to = null } = body as Body<'post_portal_message'>
      const message: PortalMessage = { id: newId('msg'), text, reply_to, author: me, at: now(), file_ids: [] }
      const conversation = conversationOf(parts[2])
      conversation.messages.push(message)
      conversation.message_count += 1
      return message
    },
    'POST /clients/*/*/*/files': ({ body }) => {
      const file_id = newId('fil')
      declared.set(file_id, body as Body<'declare_portal_file'>)
      return { file_id, method: 'PUT', url: '/', headers: {} }
    },
    'POST /clients/*/*/*/files/*/complete': ({ parts }) => {
      const [, , id, file_id = ''] = parts
      const about = declared.get(file_id)
      if (!about) throw new NotThere()
      const file: PortalFile = { ...about, id: file_id, author: me, at: now(), message_id: null }
      const conversation = conversationOf(id)
      conversation.files.push(file)
      conversation.file_count += 1
      return file
    },
    // There are no bytes to save; the address leads to where the page is.
    'GET /clients/*/*/*/files/*/download': () => ({ url: '#', expires_at: now() }),
  }

  return async (request) => {
    const { pathname, searchParams: query } = new URL(request.url)
    const text = await request.text()
    const body: unknown = text === '' ? null : JSON.parse(text)
    const path = `${request.method} ${pathname.replace(/^\/api(\/portal\/[^/]+)?/, '')}`
    for (const [pattern, reply] of Object.entries(routes)) {
      const found = new RegExp(`^${pattern.replaceAll('*', '([^/]+)')}$`).exec(path)
      if (!found) continue
      try {
        return Response.json(await reply({ parts: found.slice(1), query, body }))
      } catch (error) {
        if (error instanceof NotThere) break
        throw error
      }
    }
    return Response.json({ code: 'not_found' }, { status: 404 })
  }
}

/** What was asked for is not in the scene. */
class NotThere extends Error {}

function known<T extends { id: string }>(all: readonly T[], id: string | undefined): T {
  const found = all.find((one) => one.id === id)
  if (!found) throw new NotThere()
  return found
}

function filesOf(
  kind: PortalFileSummary['belongs_to']['kind'],
  { id, files }: { id: string; files: PortalFile[] },
  title: string,
): PortalFileSummary[] {
  return files.map(({ message_id, ...file }) => ({ ...file, belongs_to: { kind, id, title } }))
}

function page<T>(items: T[]): { items: T[]; next: null } {
  return { items, next: null }
}
