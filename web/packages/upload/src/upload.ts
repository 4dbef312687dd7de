import { type Patience, patiently, UploadCancelled, UploadRefused } from './patience.ts'

/** Where a file goes: a presigned address and the headers that its signature covers. */
export interface UploadTarget {
  method: string
  url: string
  headers: Record<string, string>
}

/** How an upload is followed and stopped. */
export interface UploadOptions extends Patience {
  /** Called with the bytes sent so far; falls back to 0 when a try starts anew. */
  onProgress?: (sentBytes: number) => void
}

/** For how long nothing may move before a try counts as lost. */
const STALLS_AFTER = 30_000
/** For how long the answer may take once the browser has taken every byte: on a slow line most are still on their way. */
const ANSWERS_WITHIN = 180_000

/** Headers that a browser sets by itself and refuses to take from a script. */
const ownedByBrowser = new Set(['content-length', 'host'])

/** Status of a PUT that repeats one whose answer was lost: the object is there already. */
const alreadyThere = 412

/**
 * PUTs the file to the target. Tries again after 1, 4 and 10 seconds when the network fails, nothing moves for half a
 * minute or the store answers with 5xx, then throws {@link UploadRefused}; throws {@link UploadCancelled} when the signal
 * aborts. While the browser is offline it waits.
 *
 * The target is signed with `if-none-match: *`: if a try arrived but its answer was lost, the next one is answered
 * with 412, which then means success. The server's own check of the stored size decides. `mayBeThere` says that there were
 * tries before these.
 */
export async function uploadFile(
  file: Blob,
  target: UploadTarget,
  options: UploadOptions = {},
  mayBeThere = false,
): Promise<void> {
  let isRepeat = mayBeThere
  await patiently(async () => {
    const status = await put(file, target, options)
    const isStored = (status >= 200 && status < 300) || (status === alreadyThere && isRepeat)
    isRepeat = true
    if (isStored) return
    options.onProgress?.(0)
    throw new UploadRefused(status)
  }, options)
}

/** One try: the status of the answer, 0 when there was none. */
function put(file: Blob, target: UploadTarget, { onProgress, signal }: UploadOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = (): void => request.abort()
    let isStalled = false
    const stall = (): void => {
      isStalled = true
      abort()
    }
    let timer = setTimeout(stall, STALLS_AFTER)
    const settle = (act: () => void) => (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      act()
    }
    request.open(target.method, target.url)
    for (const [name, value] of Object.entries(target.headers)) {
      if (!ownedByBrowser.has(name.toLowerCase())) request.setRequestHeader(name, value)
    }
    request.upload.onprogress = ({ loaded }) => {
      clearTimeout(timer)
      timer = setTimeout(stall, loaded < file.size ? STALLS_AFTER : ANSWERS_WITHIN)
      onProgress?.(loaded)
    }
    request.onload = settle(() => resolve(request.status))
    request.onerror = settle(() => resolve(0))
    request.ontimeout = settle(() => resolve(0))
    request.onabort = settle(() => (isStalled ? resolve(0) : reject(new UploadCancelled())))
    signal?.addEventListener('abort', abort, { once: true })
    request.send(file)
  })
}
