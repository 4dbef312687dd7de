import { t } from '../../../shell/i18n'
import { fieldSentence } from '../../../shell/problems'
import type { ImportField, ImportView } from '../api/imports'
import { sampleRow } from './sample'

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
export function rowErrorWords(code: string): string {
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

/** A table of words: what stands above it, and its rows. */
type WordTable = { head: string[]; rows: string[][] }

/**
 * The errors of an import as a table of words: the row as the spreadsheet counts it, the column by its heading, and whose row
 * it is and what stands there where the preview knows that of any.
 */
export function errorTable(view: ImportView): WordTable {
  const known = view.errors.map(({ row }) => sampleRow(view, row))
  const hasKnown = known.some((row) => row !== null)
  const head = [
    t('imports.row'),
    ...(hasKnown ? [t('imports.client')] : []),
    t('imports.column'),
    ...(hasKnown ? [t('imports.value')] : []),
    t('imports.wrong'),
  ]
  const rows = view.errors.map(({ row, column, code }, index) => [
    String(row),
    ...(hasKnown ? [known[index]?.client ?? ''] : []),
    typeof column === 'number'
      ? view.columns[column - 1]?.heading || t('imports.columnNumber', { number: column })
      : t('imports.wholeRow'),
    ...(hasKnown ? [typeof column === 'number' ? (known[index]?.cells[column - 1] ?? '') : ''] : []),
    rowErrorWords(code),
  ])
  return { head, rows }
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
