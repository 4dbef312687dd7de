import { useQueryClient } from '@tanstack/react-query'
import { CloudOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { formatTime, t } from './i18n'
import styles from './OfflineBar.module.css'

/** Says that there is no connection, and of when what is shown is. */
export function OfflineBar() {
  const queries = useQueryClient()
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  if (isOnline) return null
  const newest = Math.max(
    0,
    ...queries
      .getQueryCache()
      .getAll()
      .map((query) => query.state.dataUpdatedAt),
  )
  return (
    <div className={styles.bar} role="status">
      <CloudOff size={16} aria-hidden="true" />
      {newest > 0 ? t('offline.since', { time: formatTime(new Date(newest)) }) : t('offline.bare')}
    </div>
  )
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
