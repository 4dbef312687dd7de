import { ApiProblem } from '@sild/api'

/** How long a step is tried, and who is told that it waits. */
export interface Patience {
  signal?: AbortSignal
  /** Waits between tries, in milliseconds. */
  waits?: readonly number[]
  /** Told when it begins to wait for the browser to be online again, and when it goes on. */
  onOffline?: (isOffline: boolean) => void
}

/** The store answered that it will not take the file; trying again changes nothing. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused'

  /** `status` is 0 when the store was not reached at all. */
  constructor(readonly status: number) {
    super(status === 0 ? 'The file store cannot be reached.' : `The file store answered ${status}.`)
  }
}

/** The person stopped the upload. */
export class UploadCancelled extends Error {
  override readonly name = 'UploadCancelled'

  constructor() {
    super('The upload was cancelled.')
  }
}

const retryWaits = [1_000, 4_000, 10_000]

/** The store is still busy with the same object: the try before this one, whose answer was lost, is not over yet. */
const stillBusy = 409

/** Whether somebody answered no, so that the same try would get the same answer. Whatever else fails may pass. */
export function isRefusal(error: unknown): boolean {
  if (error instanceof UploadCancelled) return true
  if (error instanceof UploadRefused) {
    return error.status > 0 && error.status < 500 && error.status !== stillBusy
  }
  return error instanceof ApiProblem && error.status < 500
}

/**
 * Runs a step that may be repeated, until it succeeds or is refused: again after 1, 4 and 10 seconds, then it throws what
 * failed last. While the browser is offline it waits for the connection instead, and begins to count anew.
 */
export async function patiently<T>(step: () => Promise<T>, patience: Patience): Promise<T> {
  const { signal, waits = retryWaits, onOffline } = patience
  let failures = 0
  for (;;) {
    if (signal?.aborted) throw new UploadCancelled()
    try {
      return await step()
    } catch (error) {
      if (isRefusal(error)) throw error
      if (navigator.onLine) {
        const wait = waits[failures]
        if (wait === undefined) throw error
        failures += 1
        await pause(wait, signal)
      } else {
        failures = 0
        onOffline?.(true)
        await online(signal)
        onOffline?.(false)
      }
    }
  }
}

/** A step that gives up by itself when no answer comes: a line may be cut without anybody telling the browser. */
export function within<T>(milliseconds: number, step: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No answer came.')), milliseconds)
    step()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return interruptible(signal, (done) => {
    const timer = setTimeout(done, milliseconds)
    return () => clearTimeout(timer)
  })
}

function online(signal?: AbortSignal): Promise<void> {
  return interruptible(signal, (done) => {
    addEventListener('online', done, { once: true })
    return () => removeEventListener('online', done)
  })
}

/** Waits for what `begin` starts; `begin` gives the way to stop it, for when the signal aborts. */
function interruptible(
  signal: AbortSignal | undefined,
  begin: (done: () => void) => () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = begin(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    })
    const stop = (): void => {
      end()
      reject(new UploadCancelled())
    }
    signal?.addEventListener('abort', stop, { once: true })
  })
}
