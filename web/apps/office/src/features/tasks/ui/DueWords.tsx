import { TriangleAlert } from 'lucide-react'
import { dueWords } from '../../../shell/dates'
import { formatDate, t } from '../../../shell/i18n'
import styles from './DueWords.module.css'

/** A deadline in words; one that has passed is red, with a sign and the number of days. */
export function DueWords({
  due,
  isOverdue,
  today,
}: {
  due: string | null
  isOverdue: boolean
  today: string
}) {
  if (due === null) return <span className={styles.none}>{t('due.none')}</span>
  return (
    <time dateTime={due} title={formatDate(due, 'long')} className={isOverdue ? styles.overdue : styles.due}>
      {isOverdue ? <TriangleAlert size={13} aria-hidden="true" /> : null}
      {dueWords(due, today, isOverdue)}
    </time>
  )
}
