import { clsx } from 'clsx'
import { formatDate, formatNumber, t } from '../../../shell/i18n'
import { countsOf, type Day } from '../model/coming'
import { Legend } from './Legend'
import styles from './Overview.module.css'

/** How tall the tallest column is, and where columns stand, with room for a number above them. */
const HEIGHT = 72
const FOOT = HEIGHT + 20

/** How much goes out on each day of the week: columns to whoever looks, and a table to whoever reads. */
export function Week({ days, today }: { days: Day[]; today: string }) {
  const most = Math.max(1, ...days.map(({ items }) => items.length))
  const height = (count: number) => (count / most) * HEIGHT
  const legend = [
    { tone: 'accent' as const, label: t('overview.reminders') },
    { tone: 'plain' as const, label: t('overview.newTasks') },
  ]
  return (
    <div>
      <div className={styles.table}>
        <table aria-label={t('overview.week')}>
          <thead>
            <tr>
              <th scope="col">{t('overview.day')}</th>
              <th scope="col">{t('overview.reminders')}</th>
              <th scope="col">{t('overview.newTasks')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => {
              const { reminders, tasks } = countsOf(day)
              return (
                <tr key={day.on}>
                  <th scope="row">{formatDate(day.on, 'full')}</th>
                  <td>{formatNumber(reminders)}</td>
                  <td>{formatNumber(tasks)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <div className={styles.week} aria-hidden="true">
        {days.map((day) => {
          const { reminders, tasks } = countsOf(day)
          return (
            <div key={day.on} className={clsx(styles.column, day.on === today && styles.isToday)}>
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
            </div>
          )
        })}
      </div>
      <Legend entries={legend} />
    </div>
  )
}
