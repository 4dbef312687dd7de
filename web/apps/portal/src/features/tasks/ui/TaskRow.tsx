import type { PortalTaskSummary } from '@sild/api'
import { Link } from 'wouter'
import { dueWords } from '../../../shell/dates.ts'
import { Icon, type IconName } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import styles from '../../../shell/Row.module.css'

interface Fact {
  icon: IconName
  shown: string
  words: string
}

/** One task of the list: title, when it is due, and how much is in it. Unread is bold, has a dot, and says so. */
export function TaskRow({ task, client, today }: { task: PortalTaskSummary; client: string; today: string }) {
  return (
    <li>
      <Link
        className={`${styles.row} ${task.is_unread ? styles.unread : ''}`}
        href={`/c/${client}/tasks/${task.id}`}
      >
        <span class={styles.dot} aria-hidden="true" />
        <span class={styles.text}>
          <span class={styles.title}>
            {task.is_unread && <span class="visually-hidden">{t('row.unread')}</span>} {task.title}
          </span>{' '}
          <span class={styles.facts}>
            <State task={task} today={today} />
            <span class={styles.counts}>
              {factsOf(task).map((fact) => (
                <span key={fact.icon} class={styles.fact}>
                  <Icon name={fact.icon} size={16} />
                  <span aria-hidden="true">{fact.shown}</span>{' '}
                  <span class="visually-hidden">{fact.words}</span>{' '}
                </span>
              ))}
            </span>
          </span>
        </span>
        <span class={styles.arrow}>
          <Icon name="arrow" size={18} />
        </span>
      </Link>
    </li>
  )
}

function State({ task, today }: { task: PortalTaskSummary; today: string }) {
  if (task.state !== 'open') {
    return (
      <span class={`${styles.fact} ${styles.done}`}>
        <Icon name="check" size={16} />
        {task.state === 'done' ? t('row.done') : t('row.completed')}
      </span>
    )
  }
  if (task.is_sample && task.due === null) {
    return (
      <span class={styles.fact}>
        <Icon name="spark" size={16} />
        {t('row.sample')}
      </span>
    )
  }
  if (task.due === null) return null
  return (
    <span class={`${styles.fact} ${task.is_overdue ? styles.overdue : ''}`}>
      <Icon name={task.is_overdue ? 'alert' : 'clock'} size={16} />
      {dueWords(task.due, today, task.is_overdue, 'day')}
    </span>
  )
}

function factsOf(task: PortalTaskSummary): Fact[] {
  const facts: Fact[] = []
  const { checklist_done: done, checklist_total: total, file_count: files, message_count: messages } = task
  if (total > 0)
    facts.push({ icon: 'list', shown: `${done}/${total}`, words: t('row.checklist', { done, total }) })
  if (files > 0) facts.push({ icon: 'clip', shown: String(files), words: t('row.files', { n: files }) })
  if (messages > 0) {
    facts.push({ icon: 'message', shown: String(messages), words: t('row.messages', { n: messages }) })
  }
  return facts
}
