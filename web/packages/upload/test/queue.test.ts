import { expect, test } from 'vitest'
import { canSend, createQueue, MAX_FILE_BYTES } from '../src/index.ts'

test('S34: exactly 10 MiB can be sent, one byte more and nothing at all cannot', () => {
  expect(MAX_FILE_BYTES).toBe(10_485_760)
  expect(canSend({ size: MAX_FILE_BYTES })).toBeNull()
  expect(canSend({ size: MAX_FILE_BYTES + 1 })).toBe('too_large')
  expect(canSend({ size: 0 })).toBe('empty')
  expect(canSend({ size: 1 })).toBeNull()
})

test('a name that the server refuses is refused before anything starts', () => {
  const named = (name: string) => canSend({ name, size: 1 })
  for (const name of ['statement.pdf', 'arve märts.pdf', '.htaccess', ` ${'a'.repeat(255)} `]) {
    expect(named(name)).toBeNull()
  }
  for (const name of ['', ' ', '..', 'a\nb.pdf', 'exe.\u202efdp', 'õ'.repeat(128)]) {
    expect(named(name)).toBe('bad_name')
  }
})

/** Jobs that end when they are told to. */
function heldJobs(count: number) {
  const started: number[] = []
  const ends: (() => void)[] = []
  const jobs = Array.from({ length: count }, (_, index) => () => {
    started.push(index)
    return new Promise<number>((resolve) => {
      ends[index] = () => resolve(index)
    })
  })
  return { started, ends, jobs }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

test('three run at the same time and the next begins when one ends', async () => {
  const queue = createQueue()
  const { started, ends, jobs } = heldJobs(5)
  const results = jobs.map((job) => queue.add(job))
  expect(started).toEqual([0, 1, 2])
  ends[1]?.()
  await expect(results[1]).resolves.toBe(1)
  await settle()
  expect(started).toEqual([0, 1, 2, 3])
})

test('a job that fails leaves its lane to the next', async () => {
  const queue = createQueue(1)
  const failing = queue.add(() => Promise.reject(new Error('broken')))
  const next = queue.add(() => Promise.resolve('done'))
  await expect(failing).rejects.toThrow('broken')
  await expect(next).resolves.toBe('done')
})

test('a waiting job that is taken out never starts', async () => {
  const queue = createQueue(1)
  const { started, ends, jobs } = heldJobs(3)
  const stop = new AbortController()
  const [first, second, third] = jobs
  if (!first || !second || !third) throw new Error('three jobs')
  const running = queue.add(first)
  const waiting = queue.add(second, stop.signal)
  const last = queue.add(third)
  stop.abort(new Error('stopped'))
  await expect(waiting).rejects.toThrow('stopped')
  ends[0]?.()
  await running
  await settle()
  expect(started).toEqual([0, 2])
  ends[2]?.()
  await expect(last).resolves.toBe(2)
})

test('a job whose signal has gone off already is refused', async () => {
  const queue = createQueue()
  await expect(queue.add(() => Promise.resolve(1), AbortSignal.abort(new Error('late')))).rejects.toThrow(
    'late',
  )
})
