import { t } from './i18n'

/** A table as spreadsheets open it: semicolons, UTF-8 with its mark, and no cell that would be calculated. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(';')).join('\r\n')}\r\n`
}

function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lets the browser save a text that the app made. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  URL.revokeObjectURL(url)
}

/** What can stand between the cells of a table, with its words. */
export const csvSeparators = () =>
  [
    { value: 'semicolon', label: t('imports.separatorSemicolon') },
    { value: 'comma', label: t('imports.separatorComma') },
    { value: 'tab', label: t('imports.separatorTab') },
  ] as const
