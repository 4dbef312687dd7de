import type { Recurrence } from '@sild/api'
import { clsx } from 'clsx'
import { CalendarDays, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDate, t } from '../../../shell/i18n'
import { useSettled } from '../../../shell/now'
import { fieldSentences, sentenceOf } from '../../../shell/problems'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { Skeleton } from '../../../ui/States'
import { useNextDates } from '../api/series'
import { isWeekend } from '../model/words'
import styles from './Series.module.css'

/** The next five dates of the rule as it stands in the form. */
export function NextDates({ recurrence }: { recurrence: Recurrence | null }) {
  const settled = useSettled(recurrence, 250)
  const dates = useNextDates(settled)
  const isStale = settled !== recurrence || dates.isPlaceholderData

  return (
    <Card title={t('series.nextDates')}>
      {recurrence === null ? (
        <p className={styles.quiet}>{t('series.incomplete')}</p>
      ) : dates.error !== null ? (
        <Notice
          tone="warn"
          action={<Button onPress={() => void dates.refetch()}>{t('actions.retry')}</Button>}
        >
          {Object.values(fieldSentences(dates.error))[0] ?? sentenceOf(dates.error)}
        </Notice>
      ) : dates.data === undefined ? (
        <Skeleton label={t('states.loading')} rows={5} />
      ) : (
        <DateList dates={dates.data.next_dates} isStale={isStale} />
      )}
    </Card>
  )
}

type DateListProps = {
  dates: { nominal: string; date: string; due: string }[]
  isStale?: boolean
  /** What can be done about the first of them. */
  acts?: ReactNode
}

/** Dates, each with its deadline where that is another day, and marked where that is a Saturday or a Sunday. */
export function DateList({ dates, isStale = false, acts }: DateListProps) {
  if (dates.length === 0) return <p className={styles.quiet}>{t('series.noMoreDates')}</p>
  return (
    <ol className={clsx(styles.dates, isStale && styles.stale)}>
      {dates.map(({ date, due }, place) => (
        // By its place: what can be done about the first keeps the focus when the next takes that place.
        // biome-ignore lint/suspicious/noArrayIndexKey: the dates of a list without any state
        <li key={place}>
          <CalendarDays size={15} aria-hidden="true" />
          <span>
            <time dateTime={date} className={styles.day}>
              {withYear(date, 'full')}
            </time>
            {due === date ? null : (
              <span className={styles.dueOn}>{t('series.dueOn', { date: withYear(due, 'day') })}</span>
            )}
            {isWeekend(due) ? (
              <span className={styles.weekend}>
                <Badge tone="warn" icon={<TriangleAlert />}>
                  {t('series.dueOnWeekend')}
                </Badge>
              </span>
            ) : null}
            {place === 0 ? acts : null}
          </span>
        </li>
      ))}
    </ol>
  )
}

function withYear(date: string, style: 'full' | 'day'): string {
  return t('series.dayAndYear', { day: formatDate(date, style), year: date.slice(0, 4) })
}
