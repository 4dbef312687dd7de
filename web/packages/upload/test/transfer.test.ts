import { ApiProblem, OfflineError } from '@sild/api'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { transferFile, UploadCancelled } from '../src/index.ts'
import { fakeStore } from './fake-store.ts'

const file = new File(['0123456789'], 'a.pdf', { type: 'application/pdf' })
const lost = () => Promise.reject(new OfflineError(null))

beforeEach(() => void vi.useFakeTimers())

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A server that reacts to one call after the other as told, then answers well. */
function server(told: { declare?: (() => Promise<never>)[]; complete?: (() => Promise<never>)[] } = {}) {
  const asked: string[] = []
  const { declare = [], complete = [] } = told
  return {
    asked,
    ends: {
      declare: (about: object, key: string) => {
        asked.push(`declare ${JSON.stringify(about)} ${key}`)
        const url = `https://files.example/${asked.length}`
        return declare.shift()?.() ?? Promise.resolve({ file_id: 'fil_1', method: 'PUT', url, headers: {} })
      },
      complete: (id: string) => {
        asked.push(`complete ${id}`)
        return complete.shift()?.() ?? Promise.resolve({ id })
      },
    },
  }
}

const declared = 'declare {"name":"a.pdf","size_bytes":10,"content_type":"application/pdf"} key'

test('a file is declared, put and completed', async () => {
  const store = fakeStore(200)
  const { asked, ends } = server()
  await expect(transferFile(file, 'key', ends)).resolves.toEqual({ id: 'fil_1' })
  expect(asked).toEqual([declared, 'complete fil_1'])
  expect(store.seen.map(({ url }) => url)).toEqual(['https://files.example/1'])
})

test('a step whose answer was lost is repeated by itself, with the same key, and none before it', async () => {
  const store = fakeStore('no answer', 412)
  const broken = () => Promise.reject(new ApiProblem(503, 'internal_error', ''))
  const { asked, ends } = server({ declare: [lost], complete: [broken, lost] })
  const done = transferFile(file, 'key', ends)
  await vi.advanceTimersByTimeAsync(7_000)
  await expect(done).resolves.toEqual({ id: 'fil_1' })
  expect(asked).toEqual([declared, declared, 'complete fil_1', 'complete fil_1', 'complete fil_1'])
  expect(store.seen).toHaveLength(2)
})

test('a refusal is never repeated', async () => {
  const store = fakeStore(200)
  const refused = new ApiProblem(409, 'request_converted', '')
  const first = server({ declare: [() => Promise.reject(refused)] })
  await expect(transferFile(file, 'key', first.ends)).rejects.toBe(refused)
  expect(first.asked).toEqual([declared])
  expect(store.seen).toHaveLength(0)
  const second = server({ complete: [() => Promise.reject(refused)] })
  await expect(transferFile(file, 'key', second.ends)).rejects.toBe(refused)
  expect(second.asked).toEqual([declared, 'complete fil_1'])
})

test('a completion that is lost four times fails, and the same key later ends with the one file', async () => {
  const store = fakeStore(200, 412)
  const { asked, ends } = server({ complete: [lost, lost, lost, lost] })
  const failing = transferFile(file, 'key', ends).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(15_000)
  expect(await failing).toBeInstanceOf(OfflineError)
  await expect(transferFile(file, 'key', ends)).resolves.toEqual({ id: 'fil_1' })
  expect(asked.at(-1)).toBe('complete fil_1')
  expect(store.seen).toHaveLength(2)
})

test('a server that never answers is asked again', async () => {
  fakeStore(200)
  const never = () => new Promise<never>(() => undefined)
  const { asked, ends } = server({ complete: [never] })
  const done = transferFile(file, 'key', ends)
  await vi.advanceTimersByTimeAsync(31_000)
  await expect(done).resolves.toEqual({ id: 'fil_1' })
  expect(asked).toEqual([declared, 'complete fil_1', 'complete fil_1'])
})

test('an address that has run out meanwhile is signed anew', async () => {
  const store = fakeStore(403, 200)
  const { asked, ends } = server()
  await expect(transferFile(file, 'key', ends)).resolves.toEqual({ id: 'fil_1' })
  expect(asked).toEqual([declared, declared, 'complete fil_1'])
  expect(store.seen.map(({ url }) => url)).toEqual(['https://files.example/1', 'https://files.example/2'])
  fakeStore(403, 403)
  await expect(transferFile(file, 'key', ends)).rejects.toMatchObject({ status: 403 })
})

test('without a connection it waits as long as it takes, and says so', async () => {
  const store = fakeStore('no answer', 'no answer', 200)
  const { ends } = server()
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const told: boolean[] = []
  const done = transferFile(file, 'key', ends, { onOffline: (isOffline) => told.push(isOffline) })
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(store.seen).toHaveLength(1)
  expect(told).toEqual([true])
  online.mockReturnValue(true)
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(1_000)
  await expect(done).resolves.toEqual({ id: 'fil_1' })
  expect(told).toEqual([true, false])
  expect(store.seen).toHaveLength(3)
})

test('whoever waits for the connection can still stop', async () => {
  fakeStore('no answer', 200)
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const stop = new AbortController()
  const done = transferFile(file, 'key', server().ends, { signal: stop.signal }).catch(
    (error: unknown) => error,
  )
  await vi.advanceTimersByTimeAsync(60_000)
  stop.abort()
  expect(await done).toBeInstanceOf(UploadCancelled)
})
