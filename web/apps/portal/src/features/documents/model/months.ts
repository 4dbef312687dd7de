import { i18n } from '../../../shell/i18n.ts'

/** The files of a month; `month` is `2026-03`. */
interface Month<T> {
  month: string
  files: T[]
}

/** Files by the month in which they were shared, where the company is; the newest month first. */
export function byMonth<T extends { at: string }>(files: readonly T[]): Month<T>[] {
  const months = new Map<string, T[]>()
  for (const file of files) {
    const month = i18n.isoDate(file.at).slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), file])
  }
  return [...months]
    .map(([month, inIt]) => ({ month, files: inIt }))
    .sort((a, b) => b.month.localeCompare(a.month))
}
