import { Link, useNavigate } from '@tanstack/react-router'
import { clsx } from 'clsx'
import {
  Check,
  CircleCheck,
  CornerUpLeft,
  FileUp,
  Inbox as InboxIcon,
  MessageCircleQuestion,
  MessageSquare,
} from 'lucide-react'
import { useState } from 'react'
import { momentWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { QueryView } from '../../../shell/QueryView'
import { useShownList } from '../../../shell/shownList'
import { buttonClass, IconButton } from '../../../ui/Button'
import { Hidden, Page, PageHead } from '../../../ui/Layout'
import { useRowKeys } from '../../../ui/rowKeys'
import { EmptyState, Skeleton } from '../../../ui/States'
import { useSingleKey } from '../../../ui/singleKeys'
import { showToast } from '../../../ui/Toasts'
import { useInbox, useSettle } from '../api/inbox'
import type { InboxItem } from '../model/inbox'
import styles from './Inbox.module.css'

/** What waits for a person: requests, what clients wrote, and tasks that they say are done. j/k, Enter, e, r. */
export function InboxScreen() {
  const inbox = useInbox()
  // What was dealt with is gone at once, until the lists say so too.
  const [gone, setGone] = useState<ReadonlySet<string>>(() => new Set())
  return (
    <Page width="wide">
      <PageHead title={t('inbox.heading')} below={t('inbox.note')} />
      <div className={styles.frame}>
        <QueryView
          query={inbox}
          errorTitle={t('inbox.loadFailed')}
          skeleton={<Skeleton label={t('states.loading')} rows={6} />}
        >
          {(all) => {
            const items = all.filter(({ key }) => !gone.has(key))
            return items.length === 0 ? (
              <EmptyState
                icon={<InboxIcon size={22} />}
                title={t('inbox.empty')}
                text={t('inbox.emptyText')}
                action={
                  <Link to="/tasks" className={buttonClass({ variant: 'primary' })}>
                    {t('inbox.toTasks')}
                  </Link>
                }
              />
            ) : (
              <InboxList items={items} onGone={setGone} />
            )
          }}
        </QueryView>
      </div>
      {inbox.isPartial ? <p className={styles.partial}>{t('inbox.partial')}</p> : null}
    </Page>
  )
}

type InboxListProps = {
  items: InboxItem[]
  onGone: (change: (known: ReadonlySet<string>) => ReadonlySet<string>) => void
}

function InboxList({ items, onGone }: InboxListProps) {
  useShownList(items)
  const rows = useRowKeys<HTMLUListElement>()
  const settle = useSettle()
  const navigate = useNavigate()
  const back = (item: InboxItem) => onGone((known) => new Set([...known].filter((key) => key !== item.key)))

  const run = (item: InboxItem, isUndo: boolean) =>
    settle.mutate(
      { item, isUndo },
      {
        onError: (error) => {
          back(item)
          showToast({ text: sentenceOf(error), tone: 'bad' })
        },
      },
    )
  const done = (item: InboxItem) => {
    const at = items.indexOf(item)
    const next = items[at + 1] ?? items[at - 1]
    if (next) document.querySelector<HTMLElement>(`[data-row="${next.key}"]`)?.focus()
    onGone((known) => new Set([...known, item.key]))
    run(item, false)
    const undo = () => {
      back(item)
      run(item, true)
    }
    showToast({
      text: doneWords(item),
      // Nobody can unsee what was looked at.
      ...(item.kind === 'news' ? {} : { action: { label: t('actions.undo'), run: undo } }),
    })
  }
  const reply = (item: InboxItem) =>
    void navigate({ ...placeOf(item), state: (known) => ({ ...known, isReplying: true }) })
  const onFocused = (act: (item: InboxItem) => void) => () => {
    const row = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-row]')
    const item = items.find(({ key }) => key === row?.dataset.row)
    if (item === undefined) return false
    act(item)
    return true
  }
  useSingleKey('e', onFocused(done))
  useSingleKey('r', onFocused(reply))

  return (
    <ul className={styles.list} aria-label={t('inbox.heading')} ref={rows}>
      {items.map((item) => (
        <Row key={item.key} item={item} onDone={() => done(item)} onReply={() => reply(item)} />
      ))}
    </ul>
  )
}

function Row({ item, onDone, onReply }: { item: InboxItem; onDone: () => void; onReply: () => void }) {
  const Sign = signOf(item)
  return (
    <li className={clsx(styles.row, item.isNew && styles.isNew)}>
      <span className={clsx(styles.sign, item.kind === 'done' && styles.isDone)}>
        <Sign size={17} aria-hidden="true" />
      </span>
      <span className={styles.texts}>
        <Link {...placeOf(item)} data-row={item.key} className={styles.title}>
          {item.title}
          {item.isNew ? <Hidden>{t('tasks.news')}</Hidden> : null}
        </Link>
        <span className={styles.meta}>
          <span className={styles.what}>{whatWords(item)}</span>
          <span>{item.client.name}</span>
          {item.at === null ? null : <time dateTime={item.at}>{momentWords(item.at)}</time>}
        </span>
      </span>
      {item.isNew ? <span className={styles.dot} aria-hidden="true" /> : null}
      <span className={styles.tools}>
        <IconButton label={t('inbox.reply', { title: item.title })} onPress={onReply}>
          <CornerUpLeft size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label={settleWords(item)} onPress={onDone}>
          <Check size={17} aria-hidden="true" />
        </IconButton>
      </span>
    </li>
  )
}

function placeOf({ on, id }: InboxItem) {
  if (on === 'task') return { to: '/tasks/$task', params: { task: id } } as const
  return { to: '/requests/$request', params: { request: id } } as const
}

function signOf({ kind, last }: InboxItem) {
  if (kind === 'request') return MessageCircleQuestion
  if (kind === 'done') return CircleCheck
  return last?.kind === 'client_file' ? FileUp : MessageSquare
}

function whatWords({ kind, last }: InboxItem): string {
  if (last === null) return kind === 'done' ? t('inbox.clientDone') : t('inbox.clientNews')
  switch (last.kind) {
    case 'new_request':
      return t('notifications.kind.request', { name: last.actor })
    case 'portal_message':
      return t('notifications.kind.message', { name: last.actor })
    case 'client_file':
      return t('notifications.kind.file', { name: last.actor })
    case 'client_done':
      return t('notifications.kind.done', { name: last.actor })
  }
}

function settleWords({ kind, title }: InboxItem): string {
  if (kind === 'done') return t('inbox.complete', { title })
  return kind === 'request' ? t('inbox.close', { title }) : t('inbox.seen', { title })
}

function doneWords({ kind, title }: InboxItem): string {
  if (kind === 'done') return t('tasks.completedToast', { title })
  return kind === 'request' ? t('requests.closedToast') : t('inbox.seenToast', { title })
}
