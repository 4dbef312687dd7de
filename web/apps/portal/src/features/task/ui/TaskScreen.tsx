import { isProblem, type PortalTask } from '@sild/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'preact/hooks'
import { Link } from 'wouter'
import button from '../../../shell/button.module.css'
import { dueWords } from '../../../shell/dates.ts'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import { NotHere } from '../../../shell/NotHere.tsx'
import { Page } from '../../../shell/Page.tsx'
import { Banner, Failed, Skeleton } from '../../../shell/State.tsx'
import { useCurrent } from '../../../shell/session.tsx'
import styles from '../../../shell/thread/Detail.module.css'
import { Files } from '../../../shell/thread/Files.tsx'
import { Thread } from '../../../shell/thread/Thread.tsx'
import { markRead, type TaskScope, taskQuery } from '../api/task.ts'
import { changeRow, changeTask, listsAreOld } from '../model/cache.ts'
import { taskSubject } from '../model/subject.ts'
import { Checklist } from './Checklist.tsx'
import { DoneBanner, DoneBar } from './Done.tsx'

/** One task with everything that belongs to it. Opening it marks it as read. */
export function TaskScreen({ client, task: id }: { client: string; task: string }) {
  const { branding } = useCurrent()
  const scope: TaskScope = { office: branding.office_id, client, task: id }
  const { data: task, error, isPending, refetch } = useQuery(taskQuery(scope))
  useMarkRead(scope, task)
  const isGone = isProblem(error, 'not_found')
  useLeaveLists(scope, isGone)
  const subject = taskSubject(scope, useQueryClient())

  const back = (
    <Link className={styles.back} href={`/c/${client}/tasks`}>
      <Icon name="back" size={18} />
      {t('task.back')}
    </Link>
  )
  if (isGone && !task) return <NotHere client={client} />
  if (!task) {
    return (
      <Page
        title={t('task.loading')}
        above={back}
        className={isPending ? styles.waiting : undefined}
        isWaiting
      >
        {isPending ? (
          <Skeleton lines={['heading', 'text', 'text', 'block', 'block']} />
        ) : (
          <Failed retry={() => refetch()}>{t('task.failed')}</Failed>
        )}
      </Page>
    )
  }
  const isOpen = task.state === 'open' && !isGone
  return (
    <>
      <Page key="task" title={task.title} above={back}>
        {isGone && (
          <Banner
            kind="plain"
            icon="undo"
            action={
              <Link className={button.second} href={`/c/${client}/tasks`}>
                {t('task.toTasks')}
              </Link>
            }
          >
            {t('task.withdrawn', { office: branding.office_name })}
          </Banner>
        )}
        {!isGone && <DoneBanner scope={scope} task={task} />}
        <Facts task={task} />
        {task.description !== '' && <p class={styles.description}>{task.description}</p>}
        {task.checklist.length > 0 && <Checklist scope={scope} task={task} isLocked={!isOpen} />}
        <Files subject={subject} files={task.files} isLocked={isGone} />
        <Thread subject={subject} conversation={task} isLocked={isGone} empty={t('thread.empty')} />
      </Page>
      {isOpen && <DoneBar scope={scope} task={task} />}
    </>
  )
}

function Facts({ task }: { task: PortalTask }) {
  const { session } = useCurrent()
  if (task.state !== 'open' || (task.due === null && !task.is_sample)) return null
  return (
    <p class={`${styles.facts} ${task.is_overdue ? styles.overdue : ''}`}>
      <Icon name={task.is_overdue ? 'alert' : task.is_sample ? 'spark' : 'clock'} size={18} />
      {task.due === null ? t('row.sample') : dueWords(task.due, session.today, task.is_overdue)}
    </p>
  )
}

/** A task that is not there any more is in no list and no count either. */
function useLeaveLists({ office, client, task }: TaskScope, isGone: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (isGone) listsAreOld(queries, { office, client, task })
  }, [queries, office, client, task, isGone])
}

/** Tells the server what has been seen, each time there is something new on the screen. */
function useMarkRead(scope: TaskScope, task: PortalTask | undefined): void {
  const queries = useQueryClient()
  const isUnread = task?.is_unread ?? false
  const activity = task?.activity ?? 0
  const { office, client, task: id } = scope
  useEffect(() => {
    if (!isUnread) return
    const seen: TaskScope = { office, client, task: id }
    markRead(seen, activity).then(
      () => {
        changeTask(queries, seen, (known) =>
          known.activity === activity ? { ...known, is_unread: false } : known,
        )
        changeRow(queries, seen, { is_unread: false })
      },
      // It stays unread; the next visit says it again.
      () => undefined,
    )
  }, [queries, office, client, id, isUnread, activity])
}
