import { UploadCancelled } from '@sild/upload'
import { expect, test, vi } from 'vitest'
import { demoFile } from '../../demo/demo.ts'
import { createUploads, type Transfer, totalPercent } from '../../src/shell/thread/uploads.ts'

const file = (name: string, size = 100) => new File(['x'.repeat(size)], name)

/** A transfer whose sends are answered by hand. */
function heldTransfer() {
  const sends: {
    name: string
    key: string
    signal: AbortSignal
    progress: (bytes: number) => void
    succeed: () => void
    fail: (error: Error) => void
  }[] = []
  const transfer: Transfer = {
    refusal: ({ size }) => (size === 0 ? 'empty' : size > 1_000 ? 'too_large' : null),
    send: (sent, key, { onProgress, signal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new UploadCancelled()))
        sends.push({
          name: sent.name,
          key,
          signal,
          progress: onProgress,
          succeed: () => resolve(demoFile({ id: sent.name, name: sent.name })),
          fail: reject,
        })
      }),
  }
  return { transfer, sends }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

test('a file that the server took leaves the list and is handed on', async () => {
  const { transfer, sends } = heldTransfer()
  const stored: string[] = []
  const uploads = createUploads(transfer, ({ name }) => stored.push(name))
  uploads.add([file('a.pdf')])
  expect(uploads.snapshot()).toMatchObject([{ state: 'sending', sentBytes: 0 }])
  sends[0]?.progress(60)
  expect(totalPercent(uploads.snapshot())).toBe(60)
  sends[0]?.succeed()
  await settle()
  expect(uploads.snapshot()).toEqual([])
  expect(stored).toEqual(['a.pdf'])
})

test('S34: what is too large or empty never starts, and the rest does', () => {
  const { transfer, sends } = heldTransfer()
  const uploads = createUploads(transfer, () => undefined)
  uploads.add([file('big', 1_001), file('none', 0), file('fine', 1_000)])
  expect(uploads.snapshot().map((item) => item.state)).toEqual(['too_large', 'empty', 'sending'])
  expect(sends.map((send) => send.name)).toEqual(['fine'])
  const [big] = uploads.snapshot()
  uploads.remove(big?.key ?? '')
  expect(uploads.snapshot().map((item) => item.file.name)).toEqual(['none', 'fine'])
})

test('one that failed stays and is tried again with a new key', async () => {
  const { transfer, sends } = heldTransfer()
  const uploads = createUploads(transfer, () => undefined)
  uploads.add([file('a.pdf')])
  sends[0]?.progress(50)
  sends[0]?.fail(new Error('broken'))
  await settle()
  const [failed] = uploads.snapshot()
  expect(failed).toMatchObject({ state: 'failed', sentBytes: 0 })
  uploads.retry(failed?.key ?? '')
  expect(uploads.snapshot()).toMatchObject([{ state: 'sending' }])
  expect(sends).toHaveLength(2)
  expect(sends[1]?.key).not.toBe(sends[0]?.key)
  sends[1]?.succeed()
  await settle()
  expect(uploads.snapshot()).toEqual([])
})

test('stopping one takes it away and leaves the others', async () => {
  const { transfer, sends } = heldTransfer()
  const stored: string[] = []
  const uploads = createUploads(transfer, ({ name }) => stored.push(name))
  uploads.add([file('a.pdf'), file('b.pdf')])
  uploads.remove(sends[0]?.key ?? '')
  expect(sends[0]?.signal.aborted).toBe(true)
  await settle()
  expect(uploads.snapshot().map((item) => item.file.name)).toEqual(['b.pdf'])
  sends[1]?.succeed()
  await settle()
  expect(stored).toEqual(['b.pdf'])
})

test('whoever listens is told of each change until they stop', () => {
  const { transfer } = heldTransfer()
  const uploads = createUploads(transfer, () => undefined)
  const listener = vi.fn()
  const stop = uploads.subscribe(listener)
  uploads.add([file('a.pdf')])
  const calls = listener.mock.calls.length
  expect(calls).toBeGreaterThan(0)
  stop()
  uploads.add([file('b.pdf')])
  expect(listener.mock.calls.length).toBe(calls)
})

test('the total counts bytes and not files, and only what is on its way', () => {
  const item = (size: number, sentBytes: number, state: 'sending' | 'failed' = 'sending') => ({
    key: String(size),
    file: file('x', size),
    state,
    sentBytes,
  })
  expect(totalPercent([])).toBe(0)
  expect(totalPercent([item(900, 450), item(100, 100)])).toBe(55)
  expect(totalPercent([item(100, 50), item(900, 0, 'failed')])).toBe(50)
})
