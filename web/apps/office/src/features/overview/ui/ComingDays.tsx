import { BellRing, Repeat } from 'lucide-react'
import { hourWords } from '../../../shell/dates'
import { formatDate, t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { useRemindNow, useSkipReminder } from '../../../shell/reminders/api'
import { madeWords, skippedWords, useNextDate } from '../../../shell/seriesDates'
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
  const { series_id, title, client, on, assign_to_client } = task
  const { skip, make, isPending } = useNextDate(series_id)
  return (
    <ComingRow
      sign={Repeat}
      title={title}
      to={{ to: '/series/$series', params: { series: series_id } }}
      about={[assign_to_client ? t('overview.newTaskTold') : t('overview.newTask'), client.name]}
      isPending={isPending}
      acts={[
        {
          label: t('overview.makeNow', { title }),
          word: t('series.make'),
          onPress: () => make.mutate(on, told(madeWords)),
        },
        {
          label: t('overview.skip', { title }),
          word: t('series.skip'),
          onPress: () =>
            skip.mutate(
              on,
              told((series) => skippedWords(series, on)),
            ),
        },
      ]}
    />
  )
}

const refuse = (error: unknown) => showToast({ text: sentenceOf(error), tone: 'bad' })
const told = <T,>(words: (answer: T) => string) => ({
  onSuccess: (answer: T) => showToast({ text: words(answer) }),
  onError: refuse,
})

function ReminderRow({ reminder, hour }: { reminder: Reminder; hour: number }) {
  const { task_id, title, client, on, due } = reminder
  const remind = useRemindNow(task_id)
  const skip = useSkipReminder(task_id)
  const skipIt = () =>
    skip.mutate(
      on,
      told(({ next_on }) =>
        next_on
          ? t('overview.skippedToast', { title, date: formatDate(next_on) })
          : t('overview.skippedLastToast', { title }),
      ),
    )
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
      to={{ to: '/tasks/$task', params: { task: task_id } }}
      about={[
        t('overview.reminderAt', { time: hourWords(hour) }),
        client.name,
        due ? t('overview.due', { date: formatDate(due, 'short') }) : null,
      ]}
      isPending={remind.isPending || skip.isPending}
      acts={[
        { label: t('overview.sendNow', { title }), word: t('reminders.now'), onPress: sendNow },
        { label: t('overview.skip', { title }), word: t('overview.skipIt'), onPress: skipIt },
      ]}
    />
  )
}
