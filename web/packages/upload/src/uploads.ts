import { newKey } from '@sild/api'
import { canSend, type Refusal } from './limit.ts'
import { isRefusal } from './patience.ts'
import { canBeFitted, type Fitted, fitPhoto, isHeic } from './photo.ts'
import type { UploadOptions } from './upload.ts'

/** How chosen files are looked at and made ready. */
export interface Preparing {
  refusal: (file: File) => Refusal | null
  /** Whether `fit` might change the file. */
  canBeFitted: (file: File) => boolean
  /** Makes a photo one that can be sent and opened, as far as the browser can. */
  fit: (file: File) => Promise<Fitted>
}

/** How one file travels; given from outside, so that the list knows no network. The same key never makes two files. */
export type Send<T> = (
  file: File,
  key: string,
  options: Required<Pick<UploadOptions, 'onProgress' | 'onOffline' | 'signal'>>,
) => Promise<T>

/** A chosen file: on its way, held, sent, one that did not make it, or one that others may not be able to open. */
export interface Item<T> {
  key: string
  file: File
  state: 'fitting' | 'ready' | 'sending' | 'failed' | 'sent' | 'sent_as_heic' | Refusal
  /** What was done to the file so that it can be sent. */
  change: Fitted['change']
  sentBytes: number
  /** It goes on as soon as the browser is online. */
  isOffline: boolean
  /** Why it failed. */
  error: unknown
  /** What the server made of it. */
  stored: T | null
}

/** The files that somebody chose for one thing. A snapshot is a new array whenever something has changed. */
export interface Uploads<T> {
  snapshot: () => readonly Item<T>[]
  subscribe: (listener: () => void) => () => void
  /** Takes chosen files and sends them; those that cannot be sent are refused before anything starts. */
  add: (files: readonly File[], send: Send<T>) => void
  /** Takes chosen files and makes them ready, but sends nothing yet. */
  hold: (files: readonly File[]) => void
  /** Sends what is held and not there yet, also what failed before; says whether all of it is there now. */
  sendHeld: (send: Send<T>) => Promise<boolean>
  /** Tries a failed one again. */
  retry: (key: string) => void
  /** Stops one that is on its way, or puts away what is said of one. */
  remove: (key: string) => void
  /** Stops and puts away all of them. */
  clear: () => void
}

/** What is kept beside an item: who sends it, under which key, and how it is stopped. */
interface Job<T> {
  stop: AbortController
  fitting: Promise<void>
  isHeld: boolean
  send: Send<T> | null
  /** Kept over tries, so that a lost answer cannot double the file; a refusal ends it. */
  sendKey: string
}

const asFiles: Preparing = { refusal: canSend, canBeFitted, fit: fitPhoto }

/** Makes the list; `onStored` gets each file that the server has accepted. */
export function createUploads<T>(onStored: (stored: T) => void, preparing = asFiles): Uploads<T> {
  let items: readonly Item<T>[] = []
  const listeners = new Set<() => void>()
  const jobs = new Map<string, Job<T>>()

  const set = (next: readonly Item<T>[]): void => {
    items = next
    for (const listener of listeners) listener()
  }
  const find = (key: string): Item<T> | undefined => items.find((item) => item.key === key)
  const change = (key: string, fields: Partial<Item<T>>): void =>
    set(items.map((item) => (item.key === key ? { ...item, ...fields } : item)))
  const drop = (key: string): void => {
    jobs.delete(key)
    set(items.filter((item) => item.key !== key))
  }

  const fit = async ({ key, file: chosen }: Item<T>): Promise<void> => {
    const asItIs: Fitted = { file: chosen, change: null }
    const { file, change: done } = await preparing.fit(chosen).catch(() => asItIs)
    change(key, { file, change: done, state: preparing.refusal(file) ?? 'ready' })
  }

  const take = (files: readonly File[], send: Send<T> | null): readonly Item<T>[] => {
    const taken = files.map((file): Item<T> => {
      const state = preparing.canBeFitted(file) ? 'fitting' : (preparing.refusal(file) ?? 'ready')
      return {
        key: newKey(),
        file,
        state,
        change: null,
        sentBytes: 0,
        isOffline: false,
        error: null,
        stored: null,
      }
    })
    set([...items, ...taken])
    for (const item of taken) {
      jobs.set(item.key, {
        stop: new AbortController(),
        fitting: item.state === 'fitting' ? fit(item) : Promise.resolve(),
        isHeld: send === null,
        send,
        sendKey: newKey(),
      })
    }
    return taken
  }

  const accept = (key: string, stored: T, isHeld: boolean): void => {
    const file = find(key)?.file
    if (isHeld) change(key, { state: 'sent', stored })
    else if (file && isHeic(file)) change(key, { state: 'sent_as_heic', stored })
    else drop(key)
    onStored(stored)
  }

  const send = async (key: string): Promise<void> => {
    const job = jobs.get(key)
    if (find(key)?.state === 'fitting') await job?.fitting
    const item = find(key)
    if (!job?.send || (item?.state !== 'ready' && item?.state !== 'failed')) return
    const { file } = item
    job.stop = new AbortController()
    change(key, { state: 'sending', sentBytes: 0, error: null })
    try {
      const stored = await job.send(file, job.sendKey, {
        onProgress: (sentBytes) => change(key, { sentBytes: Math.min(sentBytes, file.size) }),
        onOffline: (isOffline) => change(key, { isOffline }),
        signal: job.stop.signal,
      })
      accept(key, stored, job.isHeld)
    } catch (error) {
      if (isRefusal(error)) job.sendKey = newKey()
      change(key, { state: 'failed', sentBytes: 0, isOffline: false, error })
    }
  }

  const remove = (key: string): void => {
    jobs.get(key)?.stop.abort()
    drop(key)
  }

  return {
    snapshot: () => items,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(files, by) {
      for (const { key } of take(files, by)) void send(key)
    },
    hold: (files) => void take(files, null),
    async sendHeld(by) {
      const asked = items.filter(
        ({ state }) => state === 'fitting' || state === 'ready' || state === 'failed',
      )
      await Promise.all(
        asked.map(({ key }) => {
          const job = jobs.get(key)
          if (job) job.send = by
          return send(key)
        }),
      )
      return asked.every(({ key }) => find(key)?.state === 'sent')
    },
    retry(key) {
      if (find(key)?.state === 'failed') void send(key)
    },
    remove,
    clear() {
      for (const { key } of items) remove(key)
    },
  }
}

/** Whether a file is on its way. */
export function isUnderWay({ state }: Item<unknown>): boolean {
  return state === 'fitting' || state === 'sending'
}

/** How much of what is on its way has been sent, in whole per cent. */
export function totalPercent(items: readonly Item<unknown>[]): number {
  const moving = items.filter((item) => item.state === 'sending')
  const total = moving.reduce((sum, item) => sum + item.file.size, 0)
  const sent = moving.reduce((sum, item) => sum + item.sentBytes, 0)
  return total === 0 ? 0 : Math.floor((sent / total) * 100)
}
