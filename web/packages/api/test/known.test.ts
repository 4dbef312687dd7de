import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { answer, createApi } from '../src/index.ts'
import { mock, problem } from '../src/testing.ts'

const server = setupServer()
const office = 'off_1'
let api = createApi({ baseUrl: 'http://demo.localhost' })

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  api = createApi({ baseUrl: 'http://demo.localhost' })
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

/** What the server was asked for, in order: the end of the path and the tag that came with it. */
let asked: [string | undefined, string | null][]
/** What the server knows: a body for each path, whose tag follows from it. */
let known: Record<string, object>
let tagOf: (body: object) => string | null

beforeEach(() => {
  asked = []
  known = {}
  tagOf = (body) => `W/"${JSON.stringify(body).length}"`
  server.use(
    http.get('*/api/*', ({ request }) => {
      const { pathname } = new URL(request.url)
      const end = pathname.split('/').pop() ?? ''
      asked.push([end, request.headers.get('if-none-match')])
      const body = known[end] ?? { end }
      const tag = tagOf(body)
      if (tag !== null && request.headers.get('if-none-match') === tag) {
        return new HttpResponse(null, { status: 304, headers: { etag: tag, 'content-length': '0' } })
      }
      return HttpResponse.json(body, { headers: tag === null ? {} : { etag: tag } })
    }),
  )
})

const task = (id: string) =>
  answer(
    api.GET('/api/portal/{office}/clients/{client}/tasks/{task}', {
      params: { path: { office, client: 'cli_1', task: id } },
    }),
  )
const session = () => answer(api.GET('/api/portal/{office}/session', { params: { path: { office } } }))

test('what has not changed is asked for by its tag, and is there as if it had come again', async () => {
  known = { tsk_1: { title: 'The till' } }
  await expect(task('tsk_1')).resolves.toEqual({ title: 'The till' })
  await expect(task('tsk_1')).resolves.toEqual({ title: 'The till' })
  await expect(task('tsk_1')).resolves.toEqual({ title: 'The till' })
  known = { tsk_1: { title: 'The till of the café' } }
  await expect(task('tsk_1')).resolves.toEqual({ title: 'The till of the café' })
  await expect(task('tsk_1')).resolves.toEqual({ title: 'The till of the café' })
  expect(asked.map(([, tag]) => tag)).toEqual([null, 'W/"20"', 'W/"20"', 'W/"20"', 'W/"32"'])
})

test('a version and an answer without a tag are not kept', async () => {
  tagOf = () => '"7"'
  await task('tsk_1')
  await task('tsk_1')
  tagOf = () => null
  await task('tsk_1')
  await task('tsk_1')
  expect(asked.map(([, tag]) => tag)).toEqual([null, null, null, null])
})

test('only so many are kept, and those that were not asked for longest leave', async () => {
  for (let n = 0; n < 50; n += 1) await task(`tsk_${n}`)
  await task('tsk_0')
  await task('tsk_50')
  asked = []
  for (const id of ['tsk_0', 'tsk_2', 'tsk_1']) await task(id)
  expect(asked.map(([id, tag]) => [id, tag !== null])).toEqual([
    ['tsk_0', true],
    ['tsk_2', true],
    ['tsk_1', false],
  ])
})

test('a problem is not kept, and a 401 forgets all that was', async () => {
  await task('tsk_1')
  server.use(mock('get', '/api/portal/{office}/session', () => problem(401, 'not_signed_in'), { once: true }))
  await expect(session()).rejects.toMatchObject({ code: 'not_signed_in' })
  await task('tsk_1')
  await session()
  expect(asked).toEqual([
    ['tsk_1', null],
    ['tsk_1', null],
    ['session', null],
  ])
})

test('signing out and signing in forget all, and what was under way then', async () => {
  server.use(
    mock('delete', '/api/portal/{office}/session', () => null),
    http.post('*/api/login/code', () => HttpResponse.json({ kind: 'portal' })),
  )
  for (const change of [
    () => api.DELETE('/api/portal/{office}/session', { params: { path: { office } } }),
    () => api.POST('/api/login/code', { body: { code: 'ABCDEF' } }),
  ]) {
    await task('tsk_1')
    // It reaches the server before the session ends, and is answered after.
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    server.use(
      http.get(
        '*/tasks/tsk_slow',
        async () => {
          await held
          return HttpResponse.json({}, { headers: { etag: 'W/"old"' } })
        },
        { once: true },
      ),
    )
    const slow = task('tsk_slow')
    await change()
    letGo()
    await slow
    asked = []
    await task('tsk_1')
    await task('tsk_slow')
    expect(asked).toEqual([
      ['tsk_1', null],
      ['tsk_slow', null],
    ])
    await api.DELETE('/api/portal/{office}/session', { params: { path: { office } } })
  }
})

test('a session that is another one now forgets what the last one was told', async () => {
  known = { session: { contact: 'Mari' } }
  await session()
  await task('tsk_1')
  await session()
  known = { session: { contact: 'Jaan K' } }
  await expect(session()).resolves.toEqual({ contact: 'Jaan K' })
  asked = []
  await task('tsk_1')
  await session()
  expect(asked).toEqual([
    ['tsk_1', null],
    ['session', 'W/"20"'],
  ])
})
