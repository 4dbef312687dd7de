import { Link } from '@tanstack/react-router'
import { BellRing, Repeat } from 'lucide-react'
import { hourWords } from '../../../shell/dates'
import { formatDate, t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { useRemindNow, useSkipReminder } from '../../../shell/reminders/api'
import { Button, buttonClass } from '../../../ui/Button'
import { showToast } from '../../../ui/Toasts'
import type { Day, Reminder, SeriesTask } from '../model/coming'
import styles from './Overview.module.css'

type ComingDaysProps = { days: Day[]; today: string; hour: number }

/** What goes out, day by day: each can be changed where it comes from, and a reminder left out or sent at once. */
export function ComingDays({ days, today, hour }: ComingDaysProps) {
  return (
    <div className={styles.days}>
      {days
        .filter(({ items }) => items.length > 0)
        .map(({ on, items }) => (
          <section key={on} aria-labelledby={`day-${on}`}>
            <h3 className={styles.dayHead} id={`day-${on}`}>
              {on === today ? t('overview.today', { date: formatDate(on, 'full') }) : formatDate(on, 'full')}
            </h3>
            <ul className={styles.list}>
              {items.map((item) =>
                item.kind === 'task' ? (
                  <TaskRow key={item.of.series_id} task={item.of} />
                ) : (
                  <ReminderRow key={item.of.task_id} reminder={item.of} hour={hour} />
                ),
              )}
            </ul>
          </section>
        ))}
    </div>
  )
}

function TaskRow({ task }: { task: SeriesTask }) {
  return (
    <li className={styles.row}>
      <span className={styles.sign} aria-hidden="true">
        <Repeat size={17} />
      </span>
      <span className={styles.texts}>
        <Link to="/series/$series" params={{ series: task.series_id }} className={styles.title}>
          {task.title}
        </Link>
        <span className={styles.meta}>
          <span>{task.assign_to_client ? t('overview.newTaskTold') : t('overview.newTask')}</span>
          <span>{task.client.name}</span>
        </span>
      </span>
      <span className={styles.tools}>
        <Link
          to="/series/$series"
          params={{ series: task.series_id }}
          className={buttonClass({ size: 'small', variant: 'quiet' })}
          aria-label={t('overview.edit', { title: task.title })}
        >
          {t('actions.edit')}
        </Link>
      </span>
    </li>
  )
}

function ReminderRow({ reminder, hour }: { reminder: Reminder; hour: number }) {
  const { task_id, title, client, on, due } = reminder
  const remind = useRemindNow(task_id)
  const skip = useSkipReminder(task_id)
  const isPending = remind.isPending || skip.isPending
  const refuse = (error: unknown) => showToast({ text: sentenceOf(error), tone: 'bad' })
  const skipIt = () =>
    skip.mutate(on, {
      onSuccess: ({ next_on }) =>
        showToast({
          text: next_on
            ? t('overview.skippedToast', { title, date: formatDate(next_on) })
            : t('overview.skippedLastToast', { title }),
        }),
      onError: refuse,
    })
  // What goes out now takes the place of what was planned.
  const sendNow = () =>
    remind.mutate(undefined, {
      onSuccess: () => {
        showToast({ text: t('reminders.sentToast', { client: client.name }) })
        skip.mutate(on, { onError: refuse })
      },
      onError: refuse,
    })
  return (
    <li className={styles.row}>
      <span className={styles.sign} aria-hidden="true">
        <BellRing size={17} />
      </span>
      <span className={styles.texts}>
        <Link to="/tasks/$task" params={{ task: task_id }} className={styles.title}>
          {title}
        </Link>
        <span className={styles.meta}>
          <span>{t('overview.reminderAt', { time: hourWords(hour) })}</span>
          <span>{client.name}</span>
          {due ? <span>{t('overview.due', { date: formatDate(due, 'short') })}</span> : null}
        </span>
      </span>
      <span className={styles.tools}>
        <Button
          size="small"
          variant="quiet"
          aria-label={t('overview.sendNow', { title })}
          isPending={isPending}
          onPress={sendNow}
        >
          {t('reminders.now')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          aria-label={t('overview.skip', { title })}
          isPending={isPending}
          onPress={skipIt}
        >
          {t('overview.skipIt')}
        </Button>
        <Link
          to="/tasks/$task"
          params={{ task: task_id }}
          className={buttonClass({ size: 'small', variant: 'quiet' })}
          aria-label={t('overview.edit', { title })}
        >
          {t('actions.edit')}
        </Link>
      </span>
    </li>
  )
}
