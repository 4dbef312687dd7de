import type { OfficeNotification } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import {
  BellOff,
  CircleCheck,
  FileUp,
  FileX,
  MailX,
  MessageCircleQuestion,
  MessageSquare,
} from 'lucide-react'
import type { RefObject } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { agoWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { Button } from '../../../ui/Button'
import { Hidden } from '../../../ui/Layout'
import { Popover } from '../../../ui/Popover'
import { EmptyState, Skeleton } from '../../../ui/States'
import { useMarkRead, useNotifications } from '../api/notifications'
import styles from './Notifications.module.css'

type NotificationPanelProps = { trigger: RefObject<HTMLElement | null>; onClose: () => void }

/** What clients did, newest first. Opening one leads to its task or request. */
export function NotificationPanel({ trigger, onClose }: NotificationPanelProps) {
  const list = useNotifications(true)
  const markRead = useMarkRead()
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const newest = items[0]
  const hasUnread = items.some(({ is_read }) => !is_read)

  return (
    <Popover
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      triggerRef={trigger}
      placement="bottom start"
      className={styles.popover}
    >
      <Dialog className={clsx(styles.panel)}>
        <header className={styles.head}>
          <Heading slot="title" level={2} className={clsx(styles.title)}>
            {t('notifications.title')}
          </Heading>
          {newest !== undefined && hasUnread ? (
            <Button size="small" variant="quiet" onPress={() => markRead.mutate(newest.id)}>
              {t('notifications.markRead')}
            </Button>
          ) : null}
        </header>
        <QueryView
          query={list}
          errorTitle={t('notifications.loadFailed')}
          skeleton={<Skeleton label={t('states.loading')} rows={4} />}
        >
          {() =>
            items.length === 0 ? (
              <EmptyState
                icon={<BellOff size={22} />}
                title={t('notifications.empty')}
                text={t('notifications.emptyText')}
              />
            ) : (
              <ul className={styles.list}>
                {items.map((notification) => (
                  <li key={notification.id}>
                    <Entry notification={notification} onOpen={onClose} />
                  </li>
                ))}
                {list.hasNextPage ? (
                  <li className={styles.more}>
                    <Button
                      size="small"
                      isPending={list.isFetchingNextPage}
                      onPress={() => void list.fetchNextPage()}
                    >
                      {t('actions.showMore')}
                    </Button>
                  </li>
                ) : null}
              </ul>
            )
          }
        </QueryView>
      </Dialog>
    </Popover>
  )
}

const SIGNS = {
  new_request: MessageCircleQuestion,
  portal_message: MessageSquare,
  client_file: FileUp,
  client_done: CircleCheck,
  address_bounced: MailX,
  digitisation_failed: FileX,
}

function Entry({ notification, onOpen }: { notification: OfficeNotification; onOpen: () => void }) {
  const Sign = SIGNS[notification.kind]
  return (
    <Link
      {...placeOf(notification)}
      className={clsx(styles.entry, !notification.is_read && styles.isUnread)}
      onClick={onOpen}
    >
      <Sign size={16} aria-hidden="true" />
      <span className={styles.texts}>
        <span className={styles.what}>
          {notification.is_read ? null : <Hidden>{t('notifications.unread')}</Hidden>}
          {words(notification)}
        </span>
        <span className={styles.task}>{notification.title}</span>
        <span className={styles.meta}>
          {notification.client.name} · <time dateTime={notification.at}>{agoWords(notification.at)}</time>
        </span>
      </span>
      {notification.is_read ? null : <span className={styles.dot} aria-hidden="true" />}
    </Link>
  )
}

/** Where what a notification is about is shown: the task, the request, or else the client. */
function placeOf({ task_id, request_id, client }: OfficeNotification) {
  if (task_id) return { to: '/tasks/$task', params: { task: task_id } } as const
  if (request_id) return { to: '/requests/$request', params: { request: request_id } } as const
  return { to: '/clients/$client', params: { client: client.id } } as const
}

function words({ kind, actor }: OfficeNotification): string {
  switch (kind) {
    case 'new_request':
      return t('notifications.kind.request', { name: actor })
    case 'portal_message':
      return t('notifications.kind.message', { name: actor })
    case 'client_file':
      return t('notifications.kind.file', { name: actor })
    case 'client_done':
      return t('notifications.kind.done', { name: actor })
    case 'address_bounced':
      return t('notifications.kind.unreached', { name: actor })
    case 'digitisation_failed':
      return t('notifications.kind.undigitised')
  }
}
