/**
 * Makes the document a world of its own before the portal starts in it: what it asks for is answered from memory, what
 * it sends goes nowhere, what it would keep is refused, as a browser may, and it leaves the focus where people type.
 * The page's own policy (`connect-src 'none'`) holds beside it.
 */
export function keepInside(answer: (request: Request) => Promise<Response>): void {
  const refuse = (): never => {
    throw new DOMException('The preview keeps nothing.', 'SecurityError')
  }
  Object.defineProperties(globalThis, {
    fetch: {
      value: (input: RequestInfo | URL, init?: RequestInit) => answer(new Request(input, init)),
    },
    XMLHttpRequest: { value: UploadToNowhere },
    localStorage: { get: refuse },
    sessionStorage: { get: refuse },
    caches: { value: undefined },
  })

  const { focus } = HTMLElement.prototype
  HTMLElement.prototype.focus = function focusInside(this: HTMLElement, options) {
    if (document.hasFocus()) focus.call(this, options)
  }
}

const uploadMilliseconds = 700

/** As much of an `XMLHttpRequest` as an upload needs. It takes its time, and every byte is thrown away. */
class UploadToNowhere {
  readonly upload: { onprogress: ((event: { loaded: number }) => void) | null } = { onprogress: null }
  status = 0
  onload: (() => void) | null = null
  onerror: (() => void) | null = null
  ontimeout: (() => void) | null = null
  onabort: (() => void) | null = null
  #timer = 0

  open(): void {}
  setRequestHeader(): void {}

  send(file: Blob): void {
    this.upload.onprogress?.({ loaded: file.size / 2 })
    this.#timer = window.setTimeout(() => {
      this.status = 200
      this.onload?.()
    }, uploadMilliseconds)
  }

  abort(): void {
    clearTimeout(this.#timer)
    this.onabort?.()
  }
}
