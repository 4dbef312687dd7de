import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from './Icon.tsx'
import { i18n, t } from './i18n.ts'
import styles from './OfflineBar.module.css'

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
  if (isOnline) return <div role="status" />
  const loadedAt = Math.max(
    0,
    ...queries
      .getQueryCache()
      .getAll()
      .map((query) => query.state.dataUpdatedAt),
  )
  return (
    <div class={styles.bar} role="status">
      <Icon name="offline" size={18} />
      {t('offline.bar', { time: i18n.time(new Date(loadedAt)) })}
    </div>
  )
}
