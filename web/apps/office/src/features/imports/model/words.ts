import { t } from '../../../shell/i18n'
import { fieldSentence } from '../../../shell/problems'
import type { ImportField, ImportView } from '../api/imports'

/** All that a column can hold, in the order in which a table shows it. */
export const IMPORT_FIELDS = [
  'client_name',
  'registry_code',
  'contact_name',
  'contact_email',
  'contact_phone',
  'contact_language',
  'contact_access',
] as const satisfies readonly ImportField[]

/** The encodings with their words. */
export const encodings = () =>
  [
    { value: 'utf8', label: t('imports.encodingUtf8') },
    { value: 'windows1257', label: t('imports.encoding1257') },
    { value: 'windows1252', label: t('imports.encoding1252') },
  ] as const

/** What is wrong with a row, as a sentence. */
function rowErrorWords(code: string): string {
  switch (code) {
    case 'client_archived':
      return t('problems.client_archived')
    case 'contact_archived':
      return t('problems.contact_archived')
    case 'too_many_items':
      return t('imports.tooManyHere')
    default:
      return fieldSentence(code)
  }
}

/** The errors of an import as a table of words: the row as the spreadsheet counts it, the column by its heading. */
export function errorTable({ errors, columns }: Pick<ImportView, 'errors' | 'columns'>): string[][] {
  return errors.map(({ row, column, code }) => [
    String(row),
    typeof column === 'number'
      ? columns[column - 1]?.heading || t('imports.columnNumber', { number: column })
      : t('imports.wholeRow'),
    rowErrorWords(code),
  ])
}

/** The field of one column is chosen: each holds something else, so another column with it loses it. */
export function withField(
  columns: ImportView['columns'],
  place: number,
  field: ImportField | null,
): (ImportField | null)[] {
  return columns.map((column, index) => {
    if (index === place) return field
    return column.field === field ? null : (column.field ?? null)
  })
}
