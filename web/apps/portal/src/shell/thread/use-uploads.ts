import type { PortalFile } from '@sild/api'
import { createQueue, createUploads, isUnderWay, transferFile, type Uploads } from '@sild/upload'
import { useSyncExternalStore } from 'preact/compat'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { t } from '../i18n.ts'
import type { Subject } from './subject.ts'

/** What is on its way for one task or request. */
interface Known {
  uploads: Uploads<PortalFile>
  add: (files: readonly File[]) => void
  tell: Set<(name: string) => void>
}

/** Uploads go on while somebody looks at something else, so they live beside the screens. */
const perSubject = new Map<string, Known>()

/** All screens share the three lanes. */
const queue = createQueue()

function known(subject: Subject): Known {
  const had = perSubject.get(subject.id)
  if (had) return had
  const tell: Known['tell'] = new Set()
  const uploads = createUploads<PortalFile>((file) => {
    subject.keepFile(file)
    for (const listener of tell) listener(file.name)
  })
  const add = (files: readonly File[]): void =>
    uploads.add(files, (file, key, options) =>
      queue.add(() => transferFile(file, key, subject, options), options.signal),
    )
  const made = { uploads, add, tell }
  perSubject.set(subject.id, made)
  return made
}

/** Sends files to a task or request from a screen that is not its own. */
export function sendTo(subject: Subject, files: readonly File[]): void {
  known(subject).add(files)
}

/** What is on its way for a task or request, and what to tell people who listen. */
export function useUploads(subject: Subject) {
  const [announcement, setAnnouncement] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the subject is a new object each time; its id names it.
  const { uploads, add, tell } = useMemo(() => known(subject), [subject.id])
  const items = useSyncExternalStore(uploads.subscribe, uploads.snapshot)
  useEffect(() => {
    const listener = (name: string): void => setAnnouncement(t('upload.sent', { name }))
    tell.add(listener)
    return () => void tell.delete(listener)
  }, [tell])

  const isSending = items.some(isUnderWay)
  useEffect(() => {
    if (!isSending) return
    const ask = (event: Event): void => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isSending])
  return { items, uploads, add, announcement }
}
