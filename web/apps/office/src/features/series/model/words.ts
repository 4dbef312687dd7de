import type { Recurrence } from '@sild/api'
import { currentLanguage, formatDate, formatList, LOCALES, t } from '../../../shell/i18n'
import { fromRecurrence, type Nth, type RuleDraft, WEEKDAYS, type Weekday } from './recurrence'

/** A rule as a sentence: "Every 2 months on the last day". */
export function recurrenceWords(recurrence: Recurrence): string {
  const draft = fromRecurrence(recurrence)
  const { every } = draft
  switch (draft.rhythm) {
    case 'weekly':
      return t('series.words.weekly', { every, days: formatList(draft.weekdays.map(weekdayName)) })
    case 'monthly':
      return t('series.words.monthly', { every, day: dayWords(draft) })
    case 'quarterly':
      return t('series.words.quarterly', {
        every,
        month: t(`series.monthInQuarter.${draft.monthInQuarter}`),
        day: dayWords(draft),
      })
    case 'yearly':
      return t('series.words.yearly', { every, month: monthName(draft.month), day: dayWords(draft) })
  }
}

/** When it ends and what weekends do to it, after the rhythm. */
export function recurrenceNotes(recurrence: Recurrence): string[] {
  const notes: string[] = []
  if (recurrence.weekend !== 'leave') notes.push(t(`series.weekendNote.${recurrence.weekend}`))
  if (recurrence.due_after_days > 0) notes.push(t('series.dueNote', { days: recurrence.due_after_days }))
  if (recurrence.end.kind === 'on') notes.push(t('series.endNote', { date: formatDate(recurrence.end.date) }))
  if (recurrence.end.kind === 'count') notes.push(t('series.countNote', { count: recurrence.end.count }))
  return notes
}

/** The name of a weekday in the language in use. */
export function weekdayName(day: Weekday): string {
  // The first of January 2024 was a Monday.
  return nameOf({ weekday: 'long' }, new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day))))
}

/** The short name of a weekday. */
export function weekdayShort(day: Weekday): string {
  return nameOf({ weekday: 'short' }, new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day))))
}

/** The name of a month, 1 to 12. */
export function monthName(month: number): string {
  return nameOf({ month: 'long' }, new Date(Date.UTC(2024, month - 1, 1)))
}

/** "first", "second" … "last". */
export function nthWord(nth: Nth): string {
  return t(`series.nth.${nth === '-1' ? 'last' : nth}`)
}

/** Whether a date (`2026-03-31`) is a Saturday or a Sunday. */
export function isWeekend(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).getUTCDay() % 6 === 0
}

function dayWords(draft: RuleDraft): string {
  switch (draft.dayKind) {
    case 'last':
      return t('series.day.last')
    case 'day_of_month':
      return t('series.day.number', { day: draft.dayOfMonth })
    case 'nth_weekday':
      return t('series.day.nth', { nth: nthWord(draft.nth), weekday: weekdayName(draft.weekday) })
  }
}

function nameOf(options: Intl.DateTimeFormatOptions, date: Date): string {
  return new Intl.DateTimeFormat(LOCALES[currentLanguage()], { ...options, timeZone: 'UTC' }).format(date)
}
