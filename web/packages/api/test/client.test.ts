import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  ApiProblem,
  answer,
  createApi,
  idempotent,
  ifMatch,
  isProblem,
  newKey,
  OfflineError,
} from '../src/index.ts'
import { sendJson } from '../src/lean.ts'
import { created, mock, problem } from '../src/testing.ts'

const server = setupServer()
const api = createApi({ baseUrl: 'http://demo.localhost' })
const office = 'off_1'
const path = { office, client: 'cli_1', task: 'tsk_1' }

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const post = (text: string, key = newKey()) =>
  answer(
    api.POST('/api/portal/{office}/clients/{client}/tasks/{task}/messages', {
      params: { path },
      headers: idempotent(key),
      body: { text },
    }),
  )

test('an answer is its data, and the request is JSON with its key', async () => {
  const message = {
    id: 'msg_1',
    text: 'Hello',
    author: { kind: 'contact' as const, name: 'Mari', is_me: true },
    at: '2026-03-02T08:00:00Z',
    reply_to: null,
    file_ids: [],
  }
  let headers = new Headers()
  let text = ''
  server.use(
    mock('post', '/api/portal/{office}/clients/{client}/tasks/{task}/messages', (asked) => {
      headers = asked.headers
      text = asked.body.text
      expect(asked.params).toMatchObject(path)
      return created(message)
    }),
  )
  await expect(post('Hello', 'key-12345')).resolves.toEqual(message)
  expect(text).toBe('Hello')
  expect(headers.get('content-type')).toBe('application/json')
  expect(headers.get('idempotency-key')).toBe('key-12345')
})

test('204 is an answer without data', async () => {
  server.use(mock('delete', '/api/portal/{office}/session', () => null))
  await expect(
    answer(api.DELETE('/api/portal/{office}/session', { params: { path: { office } } })),
  ).resolves.toBeUndefined()
})

test('a problem is an error with its status, code, words and fields', async () => {
  server.use(
    mock('post', '/api/portal/{office}/clients/{client}/tasks/{task}/messages', () =>
      problem(422, 'invalid_value', {
        detail: 'The text is empty.',
        errors: [{ pointer: '/text', code: 'too_short' }],
      }),
    ),
  )
  const error = await post('').catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(ApiProblem)
  expect(error).toMatchObject({
    status: 422,
    code: 'invalid_value',
    detail: 'The text is empty.',
    retryAfter: null,
  })
  if (!isProblem(error, 'invalid_value')) throw error
  expect(error.fieldCode('/text')).toBe('too_short')
  expect(error.fieldCode('/reply_to')).toBeNull()
  expect(isProblem(error, 'not_found')).toBe(false)
})

test('how long to wait comes along', async () => {
  server.use(
    mock('get', '/api/portal/{office}/session', () => problem(429, 'too_many_requests', { retryAfter: 90 })),
  )
  await expect(
    answer(api.GET('/api/portal/{office}/session', { params: { path: { office } } })),
  ).rejects.toMatchObject({ retryAfter: 90 })
})

test('an answer that is no problem document becomes internal_error', async () => {
  server.use(http.get('*/session', () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 })))
  await expect(
    answer(api.GET('/api/portal/{office}/session', { params: { path: { office } } })),
  ).rejects.toMatchObject({ name: 'ApiProblem', status: 502, code: 'internal_error', errors: [] })
})

test('a server that is not reached is told apart from one that answers', async () => {
  server.use(http.get('*/session', () => HttpResponse.error()))
  await expect(
    answer(api.GET('/api/portal/{office}/session', { params: { path: { office } } })),
  ).rejects.toBeInstanceOf(OfflineError)
})

test('a request that is called off stays an abort', async () => {
  server.use(http.get('*/session', () => HttpResponse.json({})))
  await expect(
    answer(
      api.GET('/api/portal/{office}/session', { params: { path: { office } }, signal: AbortSignal.abort() }),
    ),
  ).rejects.toMatchObject({ name: 'AbortError' })
})

test('keys are 32 hexadecimal digits and never the same', () => {
  const keys = Array.from({ length: 100 }, newKey)
  expect(keys.every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true)
  expect(new Set(keys).size).toBe(100)
})

test('a version stands in quotes', () => {
  expect(ifMatch(7)).toEqual({ 'If-Match': '"7"' })
})

test('the lean call gives the answer, null for none, and the same errors', async () => {
  server.use(
    http.post('http://demo.localhost/json', async ({ request }) => HttpResponse.json(await request.json())),
    http.post('http://demo.localhost/nothing', () => new HttpResponse(null, { status: 202 })),
    http.post('http://demo.localhost/problem', () => problem(409, 'link_spent')),
    http.post('http://demo.localhost/gone', () => HttpResponse.error()),
  )
  const at = (name: string) => sendJson(`http://demo.localhost/${name}`, { token: 'abc' })
  await expect(at('json')).resolves.toEqual({ token: 'abc' })
  await expect(at('nothing')).resolves.toBeNull()
  await expect(at('problem')).rejects.toMatchObject({ name: 'ApiProblem', code: 'link_spent' })
  await expect(at('gone')).rejects.toBeInstanceOf(OfflineError)
})
