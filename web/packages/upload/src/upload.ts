/** Where a file goes: a presigned address and the headers that its signature covers. */
export interface UploadTarget {
  method: string
  url: string
  headers: Record<string, string>
}

interface Options {
  /** Called with the bytes sent so far; falls back to 0 when a try starts anew. */
  onProgress?: (sentBytes: number) => void
  signal?: AbortSignal
  /** Waits between tries, in milliseconds. */
  waits?: readonly number[]
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

/** Headers that a browser sets by itself and refuses to take from a script. */
const ownedByBrowser = new Set(['content-length', 'host'])

/** Status of a PUT that repeats one whose answer was lost: the object is there already. */
const alreadyThere = 412

/**
 * PUTs the file to the target. Tries again after 1, 4 and 10 seconds when the network fails or the store answers
 * with 5xx, then throws {@link UploadRefused}; throws {@link UploadCancelled} when the signal aborts.
 *
 * The target is signed with `if-none-match: *`: if a try arrived but its answer was lost, the next one is answered
 * with 412, which then means success. The server's own check of the stored size decides.
 */
export async function uploadFile(file: Blob, target: UploadTarget, options: Options = {}): Promise<void> {
  const waits = options.waits ?? retryWaits
  for (let attempt = 0; ; attempt += 1) {
    if (options.signal?.aborted) throw new UploadCancelled()
    const status = await put(file, target, options)
    if (status >= 200 && status < 300) return
    if (status === alreadyThere && attempt > 0) return
    const wait = waits[attempt]
    const isPassing = status === 0 || status >= 500
    if (!isPassing || wait === undefined) throw new UploadRefused(status)
    options.onProgress?.(0)
    await pause(wait, options.signal)
  }
}

/** One try: the status of the answer, 0 when there was none. */
function put(file: Blob, target: UploadTarget, { onProgress, signal }: Options): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = (): void => request.abort()
    const settle = (act: () => void) => (): void => {
      signal?.removeEventListener('abort', abort)
      act()
    }
    request.open(target.method, target.url)
    for (const [name, value] of Object.entries(target.headers)) {
      if (!ownedByBrowser.has(name.toLowerCase())) request.setRequestHeader(name, value)
    }
    request.upload.onprogress = (event) => onProgress?.(event.loaded)
    request.onload = settle(() => resolve(request.status))
    request.onerror = settle(() => resolve(0))
    request.ontimeout = settle(() => resolve(0))
    request.onabort = settle(() => reject(new UploadCancelled()))
    signal?.addEventListener('abort', abort, { once: true })
    request.send(file)
  })
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(new UploadCancelled())
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', stop, { once: true })
  })
}
