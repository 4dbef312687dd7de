import type { OfficeFile } from '@sild/api'
import { createUploads, type Item, isUnderWay, UploadRefused, type Uploads } from '@sild/upload'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { showToast } from '../../ui/Toasts'
import { sizeWords } from '../dates'
import { atSignOut } from '../forget'
import { t } from '../i18n'
import { sentenceOf } from '../problems'
import { sendAs, type Visibility } from './files'
import type { Channel } from './subject'

/** A file that was chosen in the office. */
export type Upload = Item<OfficeFile>

/** What is on its way for one task or request, and who listens. */
type Known = { uploads: Uploads<OfficeFile>; tell: Set<(name: string) => void> }

/** Uploads go on while somebody looks at something else, so they live beside the screens. */
const perSubject = new Map<string, Known>()

function known(subject: string, channel: Channel): Known {
  const had = perSubject.get(subject)
  if (had) return had
  const tell: Known['tell'] = new Set()
  const uploads = createUploads<OfficeFile>((file) => {
    channel.keepFile(file)
    for (const listener of tell) listener(file.name)
  })
  const made = { uploads, tell }
  perSubject.set(subject, made)
  tellOfFailures(uploads, () => tell.size > 0)
  return made
}

/** Whoever has gone on to another screen hears of a file that did not make it. */
function tellOfFailures(uploads: Uploads<OfficeFile>, isWatched: () => boolean): void {
  const told = new Set<unknown>()
  uploads.subscribe(() => {
    for (const { state, error, file } of uploads.snapshot()) {
      if (state !== 'failed' || told.has(error)) continue
      told.add(error)
      if (!isWatched()) showToast({ text: t('files.failedElsewhere', { name: file.name }), tone: 'bad' })
    }
  })
}

atSignOut(() => {
  for (const { uploads } of perSubject.values()) uploads.clear()
  perSubject.clear()
})

/** The uploads of one task or request, and what to tell people who listen. */
export function useUploads(subject: string, channel: Channel) {
  const [announcement, setAnnouncement] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the channel is a new object each time; the subject names it.
  const { uploads, tell } = useMemo(() => known(subject, channel), [subject])
  const items = useSyncExternalStore(uploads.subscribe, uploads.snapshot)
  useEffect(() => {
    const listener = (name: string) => setAnnouncement(t('files.sent', { name }))
    tell.add(listener)
    return () => void tell.delete(listener)
  }, [tell])
  useStayWhile(items.some(isUnderWay))
  const start = (files: readonly File[], visibility: Visibility) =>
    uploads.add(files, sendAs(channel, visibility))
  return { items, uploads, start, announcement }
}

/** Asks before the window is closed on something that is on its way. */
export function useStayWhile(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return
    const ask = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isSending])
}

/** What is wrong with a file, as a sentence with its name and the remedy; null when nothing is. */
export function troubleOf({ state, file, error }: Upload): string | null {
  const { name } = file
  switch (state) {
    case 'empty':
      return t('files.empty', { name })
    case 'too_large':
      return t('files.tooLarge', { name, size: sizeWords(file.size) })
    case 'bad_name':
      return t('files.badName', { name })
    case 'sent_as_heic':
      return t('files.sentAsHeic', { name })
    case 'failed':
      return error instanceof UploadRefused ? t('files.refused') : sentenceOf(error)
    default:
      return null
  }
}
