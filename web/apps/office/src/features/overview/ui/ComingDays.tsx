import { BellRing, Repeat } from 'lucide-react'
import { hourWords } from '../../../shell/dates'
import { formatDate, t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { useRemindNow, useSkipReminder } from '../../../shell/reminders/api'
import { useNextDate } from '../../../shell/seriesDates'
import { showToast } from '../../../ui/Toasts'
import type { Day, Reminder, SeriesTask } from '../model/coming'
import { ComingRow } from './ComingRow'
import styles from './Overview.module.css'

type ComingDaysProps = { days: Day[]; today: string; hour: number }

/** What goes out, day by day: each can be changed where it comes from, left out, or done at once. */
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
  const { series_id, title, client, nominal, on, assign_to_client } = task
  const { skip, make, isPending } = useNextDate(series_id)
  const name = t('overview.named', { title, client: client.name })
  return (
    <ComingRow
      sign={Repeat}
      title={title}
      name={name}
      to={{ to: '/series/$series', params: { series: series_id } }}
      about={[assign_to_client ? t('overview.newTaskTold') : t('overview.newTask'), client.name]}
      isPending={isPending}
      acts={[
        {
          label: t('overview.makeNow', { name }),
          word: t('series.make'),
          onPress: () => make({ nominal, on }),
        },
        {
          label: t('overview.skipTask', { name }),
          word: t('series.skip'),
          onPress: () => skip({ nominal, on }),
        },
      ]}
    />
  )
}

function ReminderRow({ reminder, hour }: { reminder: Reminder; hour: number }) {
  const { task_id, title, client, on, due } = reminder
  const remind = useRemindNow(task_id)
  const skip = useSkipReminder(task_id)
  const refuse = (error: unknown) => showToast({ text: sentenceOf(error), tone: 'bad' })
  const name = t('overview.named', { title, client: client.name })
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
    <ComingRow
      sign={BellRing}
      title={title}
      name={name}
      to={{ to: '/tasks/$task', params: { task: task_id } }}
      about={[
        t('overview.reminderAt', { time: hourWords(hour) }),
        client.name,
        due ? t('overview.due', { date: formatDate(due, 'short') }) : null,
      ]}
      isPending={remind.isPending || skip.isPending}
      acts={[
        { label: t('overview.sendNow', { name }), word: t('reminders.now'), onPress: sendNow },
        { label: t('overview.skip', { name }), word: t('overview.skipIt'), onPress: skipIt },
      ]}
    />
  )
}
