import { useSyncExternalStore } from 'preact/compat'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { t } from '../i18n.ts'
import type { Subject } from './subject.ts'
import { transferFor } from './transfer.ts'
import { createUploads, type Uploads } from './uploads.ts'

/** Uploads go on while somebody looks at something else, so they live beside the screens. */
const perSubject = new Map<string, { uploads: Uploads; tell: Set<(name: string) => void> }>()

function known(subject: Subject) {
  const had = perSubject.get(subject.id)
  if (had) return had
  const tell = new Set<(name: string) => void>()
  const uploads = createUploads(transferFor(subject), (file) => {
    subject.keepFile(file)
    for (const listener of tell) listener(file.name)
  })
  const made = { uploads, tell }
  perSubject.set(subject.id, made)
  return made
}

/** The uploads of a task or request, for a screen that is not its own. */
export function uploadsOf(subject: Subject): Uploads {
  return known(subject).uploads
}

/** What is on its way for a task or request, and what to tell people who listen. */
export function useUploads(subject: Subject) {
  const [announcement, setAnnouncement] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the subject is a new object each time; its id names it.
  const { uploads, tell } = useMemo(() => known(subject), [subject.id])
  const items = useSyncExternalStore(uploads.subscribe, uploads.snapshot)
  useEffect(() => {
    const listener = (name: string): void => setAnnouncement(t('upload.sent', { name }))
    tell.add(listener)
    return () => void tell.delete(listener)
  }, [tell])

  const isSending = items.some((item) => item.state === 'sending')
  useEffect(() => {
    if (!isSending) return
    const ask = (event: Event): void => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isSending])
  return { items, uploads, announcement }
}
