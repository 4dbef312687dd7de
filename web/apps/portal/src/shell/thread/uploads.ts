import { newKey, type PortalFile } from '@sild/api'
import { type Refusal, UploadCancelled } from '@sild/upload'

/** How one file travels; given from outside, so that this module knows no network. */
export interface Transfer {
  refusal: (file: File) => Refusal | null
  send: (
    file: File,
    key: string,
    options: { onProgress: (sentBytes: number) => void; signal: AbortSignal },
  ) => Promise<PortalFile>
}

/** A file on its way, or one that did not make it. */
export interface Item {
  key: string
  file: File
  state: 'sending' | 'failed' | 'too_large' | 'empty'
  sentBytes: number
}

/** What is on its way for one task or request. A snapshot is a new array whenever something has changed. */
export interface Uploads {
  snapshot: () => readonly Item[]
  subscribe: (listener: () => void) => () => void
  /** Takes chosen files; those that cannot be sent are refused before anything starts. */
  add: (files: readonly File[]) => void
  /** Tries a failed one again. */
  retry: (key: string) => void
  /** Stops one that is on its way, or puts away one that failed. */
  remove: (key: string) => void
}

/** Makes the uploads of a task or request; `onStored` gets each file that the server has accepted. */
export function createUploads(transfer: Transfer, onStored: (file: PortalFile) => void): Uploads {
  let items: readonly Item[] = []
  const listeners = new Set<() => void>()
  const stops = new Map<string, AbortController>()

  const set = (next: readonly Item[]): void => {
    items = next
    for (const listener of listeners) listener()
  }
  const change = (key: string, fields: Partial<Item>): void =>
    set(items.map((item) => (item.key === key ? { ...item, ...fields } : item)))
  const drop = (key: string): void => set(items.filter((item) => item.key !== key))

  const send = async (item: Item): Promise<void> => {
    const stop = new AbortController()
    stops.set(item.key, stop)
    try {
      const stored = await transfer.send(item.file, item.key, {
        onProgress: (sentBytes) => change(item.key, { sentBytes: Math.min(sentBytes, item.file.size) }),
        signal: stop.signal,
      })
      drop(item.key)
      onStored(stored)
    } catch (error) {
      if (stop.signal.aborted || error instanceof UploadCancelled) drop(item.key)
      else change(item.key, { state: 'failed', sentBytes: 0 })
    } finally {
      stops.delete(item.key)
    }
  }

  return {
    snapshot: () => items,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(files) {
      const added = files.map(
        (file): Item => ({ key: newKey(), file, state: transfer.refusal(file) ?? 'sending', sentBytes: 0 }),
      )
      set([...items, ...added])
      for (const item of added) if (item.state === 'sending') void send(item)
    },
    retry(key) {
      const item = items.find((candidate) => candidate.key === key && candidate.state === 'failed')
      if (!item) return
      // The first ticket may have run out or be half used: a try by hand begins with a new one.
      const again = { ...item, key: newKey(), state: 'sending' as const, sentBytes: 0 }
      set(items.map((candidate) => (candidate.key === key ? again : candidate)))
      void send(again)
    },
    remove(key) {
      const stop = stops.get(key)
      if (stop) stop.abort()
      else drop(key)
    },
  }
}

/** How much of what is on its way has been sent, in whole per cent. */
export function totalPercent(items: readonly Item[]): number {
  const moving = items.filter((item) => item.state === 'sending')
  const total = moving.reduce((sum, item) => sum + item.file.size, 0)
  const sent = moving.reduce((sum, item) => sum + item.sentBytes, 0)
  return total === 0 ? 0 : Math.floor((sent / total) * 100)
}
