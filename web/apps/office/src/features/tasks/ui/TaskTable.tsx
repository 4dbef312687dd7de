import type { TaskSummary } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { CircleCheck, ListChecks, MessageSquareDot, Repeat } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { useSession } from '../../../shell/session'
import { Avatar } from '../../../ui/Avatar'
import { Badge, StateDot } from '../../../ui/Badge'
import styles from '../../../ui/DataTable.module.css'
import { Hidden } from '../../../ui/Layout'
import { useRowKeys } from '../../../ui/rowKeys'
import { useMedia } from '../../../ui/useMedia'
import { useCompleteKey } from './completeKey'
import { DueWords } from './DueWords'

type TaskTableProps = { label: string; tasks: TaskSummary[]; isClientShown?: boolean }

/** Tasks as rows: the whole row opens the task; j and k go down and up, e completes the one with the focus. */
export function TaskTable({ label, tasks, isClientShown = true }: TaskTableProps) {
  const rows = useRowKeys()
  const isNarrow = useMedia('(max-width: 640px)')
  useCompleteKey(tasks)
  return (
    <table className={styles.table} ref={rows}>
      <caption className={styles.caption}>{label}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tasks.columns.title')}</th>
          {isNarrow ? null : (
            <>
              {isClientShown ? (
                <th scope="col" className={styles.wide}>
                  {t('tasks.columns.client')}
                </th>
              ) : null}
              <th scope="col">{t('tasks.columns.due')}</th>
              <th scope="col">{t('tasks.columns.portal')}</th>
              <th scope="col" className={styles.wide}>
                {t('tasks.columns.assignee')}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} isClientShown={isClientShown} isNarrow={isNarrow} />
        ))}
      </tbody>
    </table>
  )
}

type TaskRowProps = {
  task: TaskSummary
  isClientShown: boolean
  /** On a phone a task is one cell: when it is due and how far it is stand below its title. */
  isNarrow: boolean
}

function TaskRow({ task, isClientShown, isNarrow }: TaskRowProps) {
  return (
    <tr>
      <td className={styles.main}>
        <span className={styles.title}>
          {task.has_client_news ? (
            <span className={styles.news} aria-hidden="true">
              <MessageSquareDot size={15} />
            </span>
          ) : null}
          <Link
            to="/tasks/$task"
            params={{ task: task.id }}
            data-row={task.id}
            className={task.has_client_news ? styles.strong : undefined}
          >
            {task.title}
            {task.has_client_news ? <Hidden>{t('tasks.news')}</Hidden> : null}
          </Link>
        </span>
        {isNarrow ? (
          <span className={styles.meta}>
            <DueOrDone task={task} />
          </span>
        ) : null}
        <span className={styles.meta}>
          {isNarrow ? <PortalWord task={task} /> : null}
          {isClientShown ? <span className={styles.narrowOnly}>{task.client.name}</span> : null}
          {task.checklist_total > 0 ? (
            <span className={styles.metaItem}>
              <ListChecks size={13} aria-hidden="true" />
              {t('tasks.checklistCount', { done: task.checklist_done, total: task.checklist_total })}
            </span>
          ) : null}
          {task.series_id !== null ? (
            <span className={styles.metaItem}>
              <Repeat size={12} aria-hidden="true" />
              {t('tasks.recurring')}
            </span>
          ) : null}
          {task.is_sample ? <Badge>{t('tasks.sample')}</Badge> : null}
        </span>
      </td>
      {isNarrow ? null : (
        <>
          {isClientShown ? (
            <td className={styles.wide}>
              <span className={styles.cut}>{task.client.name}</span>
            </td>
          ) : null}
          <td>
            <DueOrDone task={task} />
          </td>
          <td>
            <PortalWord task={task} />
          </td>
          <td className={styles.wide}>
            {task.assignee === null ? (
              <span className={styles.nobody}>{t('tasks.nobody')}</span>
            ) : (
              <span className={styles.person}>
                <Avatar name={task.assignee.name} size="small" />
                <span className={styles.cut}>{task.assignee.name}</span>
              </span>
            )}
          </td>
        </>
      )}
    </tr>
  )
}

function DueOrDone({ task }: { task: TaskSummary }) {
  const { today } = useSession()
  if (task.state === 'completed')
    return (
      <Badge tone="good" icon={<CircleCheck />}>
        {t('tasks.completed')}
      </Badge>
    )
  return <DueWords due={task.due} isOverdue={task.is_overdue} today={today} />
}

function PortalWord({ task }: { task: TaskSummary }) {
  if (task.portal_state === 'assigned' && task.client_state === 'done')
    return <StateDot tone="good">{t('tasks.portal.done')}</StateDot>
  if (task.portal_state === 'assigned') return <StateDot tone="accent">{t('tasks.portal.assigned')}</StateDot>
  if (task.portal_state === 'withdrawn') return <StateDot isHollow>{t('tasks.portal.withdrawn')}</StateDot>
  return <StateDot isHollow>{t('tasks.portal.internal')}</StateDot>
}
