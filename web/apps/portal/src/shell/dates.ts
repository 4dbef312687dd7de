import { i18n, t } from './i18n.ts'

const dayMilliseconds = 86_400_000

/** Days from one calendar date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds)
}

/** When something is due, in words: “Overdue by 3 days”, “Due today”, “Due Thursday 5 March” (or “Due Thu 5 Mar”). */
export function dueWords(
  due: string | null,
  today: string,
  isOverdue: boolean,
  style: 'day' | 'full' = 'full',
): string {
  if (due === null) return t('due.none')
  const days = daysBetween(today, due)
  if (isOverdue) return t('due.overdue', { days: Math.max(1, -days) })
  if (days === 0) return t('due.today')
  if (days === 1) return t('due.tomorrow')
  return due.slice(0, 4) === today.slice(0, 4)
    ? t('due.on', { date: i18n.date(due, style) })
    : t('due.on', { date: i18n.date(due, style === 'day' ? 'medium' : 'long') })
}

/** When something was: the time for today, else the day, with its year if that is another one. */
export function whenWords(at: string, today: string): string {
  const day = i18n.isoDate(at)
  if (day === today) return i18n.time(at)
  const style = day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'medium'
  return t('when', { date: i18n.date(at, style), time: i18n.time(at) })
}

/** A size as people say it: `48 kB`, `2.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return t('size.kilobytes', { n: Math.max(1, Math.round(bytes / 1024)) })
  return t('size.megabytes', { n: Math.round((bytes / 1024 / 1024) * 10) / 10 })
}
