import { useQuery } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { formatNumber, t } from '../../../shell/i18n'
import { sessionQuery, useSession } from '../../../shell/session'
import { Count } from '../../../ui/Badge'
import { IconButton } from '../../../ui/Button'
import { Popover } from '../../../ui/Popover'
import { Skeleton } from '../../../ui/States'
import styles from './Notifications.module.css'

const NotificationPanel = lazy(() =>
  import('./NotificationPanel').then((m) => ({ default: m.NotificationPanel })),
)

/** How often the number on the bell is asked for. */
const REFRESH_MILLISECONDS = 30_000

/** The bell: how much is unread, and the panel with what clients did. */
export function NotificationBell() {
  const [isOpen, setOpen] = useState(false)
  const session = useSession()
  const live = useQuery({ ...sessionQuery, refetchInterval: REFRESH_MILLISECONDS })
  const unread = live.data?.unread_notifications ?? session.unread_notifications

  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <span className={styles.bell}>
        <IconButton
          label={unread === 0 ? t('notifications.open') : t('notifications.openUnread', { count: unread })}
        >
          <Bell size={17} aria-hidden="true" />
        </IconButton>
        {unread > 0 ? (
          <span className={styles.unread} aria-hidden="true">
            <Count>{unread > 99 ? t('notifications.many') : formatNumber(unread)}</Count>
          </span>
        ) : null}
      </span>
      <Popover placement="bottom start" className={styles.popover}>
        <Suspense fallback={<Skeleton label={t('states.loading')} rows={4} />}>
          <NotificationPanel onClose={() => setOpen(false)} />
        </Suspense>
      </Popover>
    </DialogTrigger>
  )
}
