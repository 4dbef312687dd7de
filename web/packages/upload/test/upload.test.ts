import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UploadCancelled, UploadRefused, uploadFile } from '../src/index.ts'
import { fakeStore } from './fake-store.ts'

const file = new Blob(['0123456789'])
const target = {
  method: 'PUT',
  url: 'https://files.example/key?signature',
  headers: { 'content-length': '10', 'content-type': 'application/pdf', 'if-none-match': '*', host: 'x' },
}

beforeEach(() => void vi.useFakeTimers())

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the file goes to the address with the headers that a script may set', async () => {
  const store = fakeStore(200)
  await uploadFile(file, target)
  expect(store.seen).toEqual([
    {
      method: 'PUT',
      url: 'https://files.example/key?signature',
      headers: { 'content-type': 'application/pdf', 'if-none-match': '*' },
      body: file,
    },
  ])
})

test('progress tells the bytes that have been sent', async () => {
  fakeStore(200)
  const sent: number[] = []
  await uploadFile(file, target, { onProgress: (bytes) => sent.push(bytes) })
  expect(sent).toEqual([5, 10])
})

test('no answer and a fault of the store are tried again after 1, 4 and 10 seconds', async () => {
  const store = fakeStore('no answer', 503, 500, 200)
  const sent: number[] = []
  const done = uploadFile(file, target, { onProgress: (bytes) => sent.push(bytes) })
  const triesAfter = async (milliseconds: number): Promise<number> => {
    await vi.advanceTimersByTimeAsync(milliseconds)
    return store.seen.length
  }
  expect(await triesAfter(0)).toBe(1)
  expect(await triesAfter(999)).toBe(1)
  expect(await triesAfter(1)).toBe(2)
  expect(await triesAfter(3_999)).toBe(2)
  expect(await triesAfter(1)).toBe(3)
  expect(await triesAfter(9_999)).toBe(3)
  expect(await triesAfter(1)).toBe(4)
  await expect(done).resolves.toBeUndefined()
  expect(sent).toEqual([5, 0, 5, 10, 0, 5, 10, 0, 5, 10])
})

test('after the fourth failure it gives up and says with what', async () => {
  const store = fakeStore(503, 503, 503, 503)
  const done = uploadFile(file, target).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(15_000)
  const error = await done
  expect(error).toBeInstanceOf(UploadRefused)
  expect(error).toMatchObject({ status: 503 })
  expect(store.seen).toHaveLength(4)
})

test('a store that is never reached is told as status 0', async () => {
  fakeStore('no answer')
  await expect(uploadFile(file, target, { waits: [] })).rejects.toMatchObject({
    status: 0,
    message: 'The file store cannot be reached.',
  })
})

test('a refusal is not tried again', async () => {
  const store = fakeStore(403, 200)
  await expect(uploadFile(file, target)).rejects.toMatchObject({ name: 'UploadRefused', status: 403 })
  expect(store.seen).toHaveLength(1)
})

test('412 at the first try is a refusal, but after a lost answer it means that the file is there', async () => {
  fakeStore(412)
  await expect(uploadFile(file, target)).rejects.toMatchObject({ status: 412 })
  fakeStore('no answer', 412)
  const done = uploadFile(file, target)
  await vi.advanceTimersByTimeAsync(1_000)
  await expect(done).resolves.toBeUndefined()
})

test('after tries of an earlier transfer 412 means the same at once, and a store that is still busy is asked again', async () => {
  const store = fakeStore(409, 412)
  const done = uploadFile(file, target, {}, true)
  await vi.advanceTimersByTimeAsync(1_000)
  await expect(done).resolves.toBeUndefined()
  expect(store.seen).toHaveLength(2)
})

test('a try in which nothing moves for half a minute is stopped and tried again', async () => {
  const store = fakeStore('hang', 200)
  const done = uploadFile(file, target)
  await vi.advanceTimersByTimeAsync(29_999)
  expect(store.aborted()).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(store.aborted()).toBe(1)
  await vi.advanceTimersByTimeAsync(1_000)
  await expect(done).resolves.toBeUndefined()
  expect(store.seen).toHaveLength(2)
})

test('what the browser has taken whole may be on its way for minutes', async () => {
  const store = fakeStore('no answer yet', 200)
  const done = uploadFile(file, target)
  await vi.advanceTimersByTimeAsync(179_999)
  expect(store.aborted()).toBe(0)
  await vi.advanceTimersByTimeAsync(1_001)
  await expect(done).resolves.toBeUndefined()
  expect(store.aborted()).toBe(1)
})

test('cancelling stops the request', async () => {
  const store = fakeStore('hang')
  const stop = new AbortController()
  const done = uploadFile(file, target, { signal: stop.signal }).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(0)
  stop.abort()
  expect(await done).toBeInstanceOf(UploadCancelled)
  expect(store.aborted()).toBe(1)
})

test('cancelling while it waits for the next try starts none', async () => {
  const store = fakeStore('no answer', 200)
  const stop = new AbortController()
  const done = uploadFile(file, target, { signal: stop.signal }).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(500)
  stop.abort()
  expect(await done).toBeInstanceOf(UploadCancelled)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(store.seen).toHaveLength(1)
})

test('what was cancelled before it began sends nothing', async () => {
  const store = fakeStore(200)
  await expect(uploadFile(file, target, { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(
    UploadCancelled,
  )
  expect(store.seen).toHaveLength(0)
})
