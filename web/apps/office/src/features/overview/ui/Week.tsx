import { clsx } from 'clsx'
import { formatDate, t } from '../../../shell/i18n'
import { Hidden } from '../../../ui/Layout'
import { countsOf, type Day } from '../model/coming'
import { Legend } from './Legend'
import styles from './Overview.module.css'

/** How tall the tallest column is, and where columns stand, with room for a number above them. */
const HEIGHT = 72
const FOOT = HEIGHT + 20

/** How much goes out on each day of the week, as columns; each says its numbers in words. */
export function Week({ days, today }: { days: Day[]; today: string }) {
  const most = Math.max(1, ...days.map(({ items }) => items.length))
  const height = (count: number) => (count / most) * HEIGHT
  const legend = [
    { tone: 'accent' as const, label: t('overview.reminders') },
    { tone: 'plain' as const, label: t('overview.newTasks') },
  ]
  return (
    <div>
      <ol className={styles.week} aria-label={t('overview.week')}>
        {days.map((day) => {
          const { reminders, tasks } = countsOf(day)
          return (
            <li key={day.on} className={clsx(styles.column, day.on === today && styles.isToday)}>
              <svg width="28" height={FOOT} aria-hidden="true">
                <rect className={styles.ground} y={FOOT - 2} width="28" height="2" rx="1" />
                <rect
                  className={styles.accent}
                  y={FOOT - height(reminders)}
                  width="28"
                  height={height(reminders)}
                  rx="3"
                />
                <rect
                  className={styles.plain}
                  y={FOOT - height(reminders + tasks)}
                  width="28"
                  height={height(tasks)}
                  rx="3"
                />
                {day.items.length > 0 ? (
                  <text className={styles.total} x="14" y={FOOT - height(reminders + tasks) - 6}>
                    {day.items.length}
                  </text>
                ) : null}
              </svg>
              <span className={styles.day}>{formatDate(day.on, 'day')}</span>
              <Hidden>{t('overview.dayWords', { reminders, tasks })}</Hidden>
            </li>
          )
        })}
      </ol>
      <Legend entries={legend} />
    </div>
  )
}
