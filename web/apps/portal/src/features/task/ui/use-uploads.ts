import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'preact/compat'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { t } from '../../../shell/i18n.ts'
import { transferFor } from '../api/files.ts'
import type { TaskScope } from '../api/task.ts'
import { changeRow, changeTask, withFile } from '../model/cache.ts'
import { createUploads, type Uploads } from '../model/uploads.ts'

/** Uploads go on while somebody looks at another task, so they live beside the screens. */
const perTask = new Map<string, { uploads: Uploads; tell: Set<(name: string) => void> }>()

function uploadsOf(scope: TaskScope, queries: QueryClient) {
  const known = perTask.get(scope.task)
  if (known) return known
  const tell = new Set<(name: string) => void>()
  const uploads = createUploads(transferFor(scope), (file) => {
    changeTask(queries, scope, (task) => {
      const changed = withFile(task, file)
      changeRow(queries, scope, { file_count: changed.file_count })
      return changed
    })
    for (const listener of tell) listener(file.name)
  })
  const made = { uploads, tell }
  perTask.set(scope.task, made)
  return made
}

/** What is on its way for a task, and what to tell people who listen. */
export function useUploads(scope: TaskScope, queries: QueryClient) {
  const [announcement, setAnnouncement] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scope is a new object each time; its task names it.
  const { uploads, tell } = useMemo(() => uploadsOf(scope, queries), [scope.task, queries])
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
