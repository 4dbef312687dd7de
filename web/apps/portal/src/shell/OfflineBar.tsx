import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'preact/hooks'
import { whenWords } from './dates.ts'
import { Icon } from './Icon.tsx'
import { t } from './i18n.ts'
import { useKeptAt } from './kept.ts'
import styles from './OfflineBar.module.css'
import { useCurrent } from './session.tsx'

/** Whether the browser believes that it has a connection. */
function useIsOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const update = (): void => setOnline(navigator.onLine)
    addEventListener('online', update)
    addEventListener('offline', update)
    return () => {
      removeEventListener('online', update)
      removeEventListener('offline', update)
    }
  }, [])
  return isOnline
}

/** Says that there is no connection, and from when what is shown is. */
export function OfflineBar() {
  const isOnline = useIsOnline()
  const queries = useQueryClient()
  const keptAt = useKeptAt()
  const { session } = useCurrent()
  if (isOnline && keptAt === null) return <div role="status" />
  const loaded = queries.getQueryCache().getAll()
  const loadedAt = Math.max(0, ...loaded.map((query) => query.state.dataUpdatedAt))
  const at = keptAt ?? new Date(loadedAt).toISOString()
  return (
    <div class={styles.bar} role="status">
      <Icon name="offline" size={18} />
      {t('offline.bar', { time: whenWords(at, session.today) })}
    </div>
  )
}
