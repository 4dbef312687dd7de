import { useQuery } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { formatNumber, t } from '../../../shell/i18n'
import { sessionQuery, useSession } from '../../../shell/session'
import { Count } from '../../../ui/Badge'
import { IconButton } from '../../../ui/Button'
import styles from './Notifications.module.css'

const load = () => import('./NotificationPanel')
const NotificationPanel = lazy(() => load().then((m) => ({ default: m.NotificationPanel })))

/** How often the number on the bell is asked for. */
const REFRESH_MILLISECONDS = 30_000

/** The bell and how much is unread. The panel with what clients did comes when it is first wanted. */
export function NotificationBell() {
  const [isOpen, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const session = useSession()
  const live = useQuery({ ...sessionQuery, refetchInterval: REFRESH_MILLISECONDS })
  const unread = live.data?.unread_notifications ?? session.unread_notifications

  return (
    <>
      <span className={styles.bell}>
        <IconButton
          ref={trigger}
          label={unread === 0 ? t('notifications.open') : t('notifications.openUnread', { count: unread })}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onHoverStart={() => void load()}
          onPress={() => setOpen(true)}
        >
          <Bell size={17} aria-hidden="true" />
        </IconButton>
        {unread > 0 ? (
          <span className={styles.unread} aria-hidden="true">
            <Count>{unread > 99 ? t('notifications.many') : formatNumber(unread)}</Count>
          </span>
        ) : null}
      </span>
      {isOpen ? (
        <Suspense fallback={null}>
          <NotificationPanel trigger={trigger} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
