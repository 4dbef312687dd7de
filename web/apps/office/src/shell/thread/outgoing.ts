import type { Body, OfficeFile } from '@sild/api'
import { createUploads, type Uploads } from '@sild/upload'
import { type Dispatch, useEffect, useMemo, useSyncExternalStore } from 'react'
import { showToast } from '../../ui/Toasts'
import { newKey } from '../api'
import { atSignOut } from '../forget'
import { t } from '../i18n'
import { sentenceOf } from '../problems'
import { type ComposerEvent, type Draft, EMPTY_DRAFT, saveDraft } from './composer'
import { sendAs } from './files'
import type { Channel } from './subject'
import { useStayWhile } from './uploads'

/** The most files that the server takes with one message. */
const FILES_MAX = 20

/** Whether the message is on its way, and why it is not. */
type Sending = { isSending: boolean; failure: string | null }

/** A message that is being written about one thing, with its files: they wait until it is sent, and go before it. */
type Outgoing = {
  uploads: Uploads<OfficeFile>
  snapshot: () => Sending
  subscribe: (listener: () => void) => () => void
  /**
   * Sends the files that are not there yet, and once all are, the message. What is there already is not sent a second
   * time, and nothing is forgotten before the server has the message.
   */
  send: (draft: Draft) => Promise<void>
  /** Stops what is on its way, for good. */
  stop: () => void
  /** Calls back when the message has been sent. */
  onSent: (listener: () => void) => () => void
}

/** Makes the message of a task or request. */
export function createOutgoing(subject: string, channel: Channel): Outgoing {
  const uploads = createUploads<OfficeFile>(channel.keepFile)
  const listeners = new Set<() => void>()
  const sentListeners = new Set<() => void>()
  let state: Sending = { isSending: false, failure: null }
  // The same message keeps its key over tries, so a lost answer cannot double it; another one gets another.
  let attempt = { message: '', key: '' }
  let isStopped = false

  const set = (next: Sending) => {
    state = next
    for (const listener of listeners) listener()
  }
  const fail = (failure: string) => {
    set({ isSending: false, failure })
    // Whoever has gone on to another screen hears of it there.
    if (sentListeners.size === 0 && !isStopped) showToast({ text: failure, tone: 'bad' })
  }
  const post = (body: Body<'post_message'>) => {
    const message = JSON.stringify(body)
    if (attempt.message !== message) attempt = { message, key: newKey() }
    return channel.post(body, attempt.key)
  }

  return {
    uploads,
    snapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async send({ mode, text, replyTo }) {
      if (state.isSending) return
      if (uploads.snapshot().length > FILES_MAX) return fail(t('composer.tooManyFiles'))
      set({ isSending: true, failure: null })
      try {
        if (!(await uploads.sendHeld(sendAs(channel, mode)))) return fail(t('composer.filesMissing'))
        const file_ids = uploads
          .snapshot()
          .flatMap(({ stored }) => (stored?.visibility === mode ? [stored.id] : []))
        channel.keepMessage(await post({ visibility: mode, text: text.trim(), file_ids, reply_to: replyTo }))
      } catch (error) {
        return fail(sentenceOf(error))
      }
      attempt = { message: '', key: '' }
      for (const { key, state: at } of uploads.snapshot()) {
        // What was attached meanwhile waits for the next message.
        if (at !== 'ready' && at !== 'fitting') uploads.remove(key)
      }
      saveDraft(subject, EMPTY_DRAFT)
      for (const listener of sentListeners) listener()
      set({ isSending: false, failure: null })
    },
    stop() {
      isStopped = true
      uploads.clear()
    },
    onSent(listener) {
      sentListeners.add(listener)
      return () => sentListeners.delete(listener)
    },
  }
}

/** A message goes on while somebody looks at something else, so messages live beside the screens. */
const perSubject = new Map<string, Outgoing>()

atSignOut(() => {
  for (const outgoing of perSubject.values()) outgoing.stop()
  perSubject.clear()
})

/** The message of a task or request; `tell` hears once it has been sent. */
export function useOutgoing(subject: string, channel: Channel, tell: Dispatch<ComposerEvent>) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the channel is a new object each time; the subject names it.
  const outgoing = useMemo(() => {
    const made = perSubject.get(subject) ?? createOutgoing(subject, channel)
    perSubject.set(subject, made)
    return made
  }, [subject])
  const { uploads, send } = outgoing
  const { isSending, failure } = useSyncExternalStore(outgoing.subscribe, outgoing.snapshot)
  const files = useSyncExternalStore(uploads.subscribe, uploads.snapshot)
  useEffect(() => outgoing.onSent(() => tell({ type: 'sent' })), [outgoing, tell])
  useStayWhile(isSending)
  return { files, uploads, send, isSending, failure }
}
