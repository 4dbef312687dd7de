import { currentLanguage, formatDate, formatTime, LOCALES, t } from './i18n'

const DAY = 86_400_000

/** Whole days from one date to another (`2026-03-31`): negative when it lies before. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** A deadline in words that need no calendar: "Today", "In 3 days", "Overdue by 2 days", "31 Mar". */
export function dueWords(due: string, today: string, isOverdue: boolean): string {
  const days = daysBetween(today, due)
  if (isOverdue) return t('due.overdue', { days: Math.max(1, -days) })
  if (days === 0) return t('due.today')
  if (days === 1) return t('due.tomorrow')
  if (days > 1 && days < 7) return t('due.inDays', { days })
  return due.slice(0, 4) === today.slice(0, 4) ? formatDate(due, 'short') : formatDate(due)
}

/** When something happened: the time today, else the date with the time. */
export function momentWords(at: string, now = Date.now()): string {
  const isToday = formatDate(at) === formatDate(new Date(now))
  return isToday
    ? formatTime(at)
    : t('time.dateAndTime', { date: formatDate(at, 'short'), time: formatTime(at) })
}

/** A full hour of the day as the language writes it: `09:00`. */
export function hourWords(hour: number): string {
  return new Intl.DateTimeFormat(LOCALES[currentLanguage()], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(Date.UTC(2026, 0, 1, hour))
}

/** How long ago, in few letters: "now", "12 min", "3 h", "4 d", or the date. */
export function agoWords(at: string, now = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000)
  if (minutes < 1) return t('time.now')
  if (minutes < 60) return t('time.minutesAgo', { minutes })
  if (minutes < 24 * 60) return t('time.hoursAgo', { hours: Math.floor(minutes / 60) })
  if (minutes < 7 * 24 * 60) return t('time.daysAgo', { days: Math.floor(minutes / (24 * 60)) })
  return formatDate(at, 'short')
}

/** The size of a file: "812 kB", "9.9 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return t('files.kilobytes', { size: Math.max(1, Math.round(bytes / 1024)) })
  return t('files.megabytes', { size: Math.round((bytes / 1024 / 1024) * 10) / 10 })
}
