import { ApiProblem } from '@sild/api'
import { expect, test, vi } from 'vitest'
import {
  createUploads,
  type Item,
  type Preparing,
  type Send,
  totalPercent,
  UploadCancelled,
} from '../src/index.ts'

const file = (name: string, size = 100) => new File(['x'.repeat(size)], name)

type Stored = { name: string }

/** Files whose sends are answered by hand, as are the photos that are made to fit. */
function heldFiles() {
  const sends: {
    name: string
    key: string
    signal: AbortSignal
    progress: (bytes: number) => void
    offline: (isOffline: boolean) => void
    succeed: () => void
    fail: (error: Error) => void
  }[] = []
  const fits: ((small: File | null, change: 'smaller' | 'jpeg') => void)[] = []
  const preparing: Preparing = {
    refusal: ({ size }) => (size === 0 ? 'empty' : size > 1_000 ? 'too_large' : null),
    canBeFitted: ({ name }) => /\.(jpg|heic)$/.test(name),
    fit: (photo) =>
      new Promise((resolve) => {
        fits.push((small, change) => resolve(small ? { file: small, change } : { file: photo, change: null }))
      }),
  }
  const send: Send<Stored> = (sent, key, { onProgress, onOffline, signal }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new UploadCancelled()))
      sends.push({
        name: sent.name,
        key,
        signal,
        progress: onProgress,
        offline: onOffline,
        succeed: () => resolve({ name: sent.name }),
        fail: reject,
      })
    })
  const stored: string[] = []
  const uploads = createUploads<Stored>(({ name }) => stored.push(name), preparing)
  const states = () => uploads.snapshot().map(({ state }) => state)
  return { uploads, send, sends, fits, stored, states }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

test('a file that the server took leaves the list and is handed on', async () => {
  const { uploads, send, sends, stored } = heldFiles()
  uploads.add([file('a.pdf')], send)
  expect(uploads.snapshot()).toMatchObject([{ state: 'sending', sentBytes: 0 }])
  sends[0]?.progress(60)
  expect(totalPercent(uploads.snapshot())).toBe(60)
  sends[0]?.succeed()
  await settle()
  expect(uploads.snapshot()).toEqual([])
  expect(stored).toEqual(['a.pdf'])
})

test('S34: what is too large or empty never starts, and the rest does', () => {
  const { uploads, send, sends, states } = heldFiles()
  uploads.add([file('big', 1_001), file('none', 0), file('fine', 1_000)], send)
  expect(states()).toEqual(['too_large', 'empty', 'sending'])
  expect(sends.map(({ name }) => name)).toEqual(['fine'])
  const [big] = uploads.snapshot()
  uploads.remove(big?.key ?? '')
  expect(uploads.snapshot().map((item) => item.file.name)).toEqual(['none', 'fine'])
})

test('one that failed stays, and is tried again as the same file unless it was refused', async () => {
  const { uploads, send, sends } = heldFiles()
  uploads.add([file('a.pdf')], send)
  sends[0]?.progress(50)
  sends[0]?.fail(new Error('broken'))
  await settle()
  const [failed] = uploads.snapshot()
  expect(failed).toMatchObject({ state: 'failed', sentBytes: 0 })
  uploads.retry(failed?.key ?? '')
  expect(uploads.snapshot()).toMatchObject([{ state: 'sending' }])
  expect(sends).toHaveLength(2)
  expect(sends[1]?.key).toBe(sends[0]?.key)
  const gone = new ApiProblem(404, 'not_found', '')
  sends[1]?.fail(gone)
  await settle()
  expect(uploads.snapshot()).toMatchObject([{ state: 'failed', error: gone }])
  uploads.retry(failed?.key ?? '')
  expect(sends[2]?.key).not.toBe(sends[0]?.key)
  sends[2]?.succeed()
  await settle()
  expect(uploads.snapshot()).toEqual([])
})

test('stopping one takes it away and leaves the others', async () => {
  const { uploads, send, sends, stored } = heldFiles()
  uploads.add([file('a.pdf'), file('b.pdf')], send)
  uploads.remove(uploads.snapshot()[0]?.key ?? '')
  expect(sends[0]?.signal.aborted).toBe(true)
  await settle()
  expect(uploads.snapshot().map((item) => item.file.name)).toEqual(['b.pdf'])
  sends[1]?.succeed()
  await settle()
  expect(stored).toEqual(['b.pdf'])
})

test('whoever listens is told of each change until they stop', () => {
  const { uploads, send } = heldFiles()
  const listener = vi.fn()
  const stop = uploads.subscribe(listener)
  uploads.add([file('a.pdf')], send)
  const calls = listener.mock.calls.length
  expect(calls).toBeGreaterThan(0)
  stop()
  uploads.add([file('b.pdf')], send)
  expect(listener.mock.calls.length).toBe(calls)
})

test('the total counts bytes and not files, and only what is on its way', () => {
  const item = (size: number, sentBytes: number, state: 'sending' | 'failed' = 'sending'): Item<Stored> => ({
    key: String(size),
    file: file('x', size),
    state,
    change: null,
    sentBytes,
    isOffline: false,
    error: null,
    stored: null,
  })
  expect(totalPercent([])).toBe(0)
  expect(totalPercent([item(900, 450), item(100, 100)])).toBe(55)
  expect(totalPercent([item(100, 50), item(900, 0, 'failed')])).toBe(50)
})

test('S34: a photo over the limit is made smaller before it is sent, and says so', async () => {
  const { uploads, send, sends, fits, states } = heldFiles()
  uploads.add([file('a.jpg', 5_000), file('b.pdf')], send)
  expect(states()).toEqual(['fitting', 'sending'])
  expect(sends.map(({ name }) => name)).toEqual(['b.pdf'])
  fits[0]?.(file('a.jpg', 900), 'smaller')
  await settle()
  expect(uploads.snapshot()[0]).toMatchObject({ state: 'sending', change: 'smaller' })
  expect(uploads.snapshot()[0]?.file.size).toBe(900)
  // One that failed is tried again as it is by now.
  sends[1]?.fail(new Error('broken'))
  await settle()
  uploads.retry(uploads.snapshot()[0]?.key ?? '')
  await settle()
  expect(fits).toHaveLength(1)
  sends[2]?.succeed()
  await settle()
  expect(uploads.snapshot().map((item) => item.file.name)).toEqual(['b.pdf'])
})

test('a photo that cannot be made smaller is refused, and one that few can open is sent and explained', async () => {
  const { uploads, send, sends, fits, stored, states } = heldFiles()
  uploads.add([file('a.heic', 5_000), file('b.heic')], send)
  fits[0]?.(null, 'smaller')
  fits[1]?.(null, 'jpeg')
  await settle()
  expect(states()).toEqual(['too_large', 'sending'])
  sends[0]?.succeed()
  await settle()
  expect(states()).toEqual(['too_large', 'sent_as_heic'])
  expect(stored).toEqual(['b.heic'])
})

test('a photo that is put away while it is made smaller is gone at once and never sent', async () => {
  const { uploads, send, sends, fits } = heldFiles()
  uploads.add([file('a.jpg', 5_000)], send)
  uploads.remove(uploads.snapshot()[0]?.key ?? '')
  expect(uploads.snapshot()).toEqual([])
  fits[0]?.(file('a.jpg', 900), 'smaller')
  await settle()
  expect(uploads.snapshot()).toEqual([])
  expect(sends).toEqual([])
})

test('a file that waits for the connection says so until it goes on', () => {
  const { uploads, send, sends } = heldFiles()
  uploads.add([file('a.pdf')], send)
  sends[0]?.offline(true)
  expect(uploads.snapshot()[0]?.isOffline).toBe(true)
  sends[0]?.offline(false)
  expect(uploads.snapshot()).toMatchObject([{ state: 'sending', isOffline: false }])
})

test('what is held is made ready and looked at, and waits', async () => {
  const { uploads, sends, fits, states } = heldFiles()
  uploads.hold([file('a.pdf'), file('none', 0), file('a.jpg', 5_000)])
  expect(states()).toEqual(['ready', 'empty', 'fitting'])
  fits[0]?.(file('a.jpg', 900), 'smaller')
  await settle()
  expect(states()).toEqual(['ready', 'empty', 'ready'])
  expect(uploads.snapshot()[2]?.file.size).toBe(900)
  expect(sends).toEqual([])
})

test('what is held is sent together, and a second time only what is missing', async () => {
  const { uploads, send, sends, stored, states } = heldFiles()
  uploads.hold([file('a.pdf'), file('b.pdf')])
  const first = uploads.sendHeld(send)
  sends[0]?.succeed()
  sends[1]?.fail(new Error('broken'))
  expect(await first).toBe(false)
  expect(states()).toEqual(['sent', 'failed'])
  const second = uploads.sendHeld(send)
  expect(sends.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf', 'b.pdf'])
  sends[2]?.succeed()
  expect(await second).toBe(true)
  expect(uploads.snapshot().map((item) => item.stored)).toEqual([{ name: 'a.pdf' }, { name: 'b.pdf' }])
  expect(await uploads.sendHeld(send)).toBe(true)
  expect(sends).toHaveLength(3)
  expect(stored).toEqual(['a.pdf', 'b.pdf'])
  uploads.clear()
  expect(uploads.snapshot()).toEqual([])
})

test('what is held counts as missing when it is stopped, or turns out to be too large', async () => {
  const { uploads, send, sends, fits } = heldFiles()
  uploads.hold([file('a.pdf')])
  const stopped = uploads.sendHeld(send)
  uploads.remove(uploads.snapshot()[0]?.key ?? '')
  expect(await stopped).toBe(false)
  expect(sends[0]?.signal.aborted).toBe(true)
  uploads.hold([file('a.jpg', 5_000)])
  const large = uploads.sendHeld(send)
  fits[0]?.(null, 'smaller')
  expect(await large).toBe(false)
  expect(sends).toHaveLength(1)
})
