import { vi } from 'vitest'

/** What the store does with one try: a status, a line that breaks, one on which nothing moves, or bytes without an answer. */
type Reaction = number | 'no answer' | 'hang' | 'no answer yet'

/** A request as the store saw it. */
export interface Seen {
  method: string
  url: string
  headers: Record<string, string>
  body: Blob
}

/** Replaces the browser's XHR by a store that reacts to one try after the other as told. */
export function fakeStore(...reactions: Reaction[]): { seen: Seen[]; aborted: () => number } {
  const seen: Seen[] = []
  let aborted = 0

  class FakeRequest {
    status = 0
    upload: { onprogress: ((event: { loaded: number }) => void) | null } = { onprogress: null }
    onload: (() => void) | null = null
    onerror: (() => void) | null = null
    ontimeout: (() => void) | null = null
    onabort: (() => void) | null = null
    #method = ''
    #url = ''
    #headers: Record<string, string> = {}

    open(method: string, url: string) {
      this.#method = method
      this.#url = url
    }

    setRequestHeader(name: string, value: string) {
      this.#headers[name] = value
    }

    send(body: Blob) {
      seen.push({ method: this.#method, url: this.#url, headers: this.#headers, body })
      const reaction = reactions[seen.length - 1] ?? 'hang'
      queueMicrotask(() => {
        this.upload.onprogress?.({ loaded: Math.ceil(body.size / 2) })
        if (reaction === 'hang') return
        if (reaction === 'no answer') return this.onerror?.()
        this.upload.onprogress?.({ loaded: body.size })
        if (reaction === 'no answer yet') return
        this.status = reaction
        this.onload?.()
      })
    }

    abort() {
      aborted += 1
      this.onabort?.()
    }
  }

  vi.stubGlobal('XMLHttpRequest', FakeRequest)
  return { seen, aborted: () => aborted }
}
