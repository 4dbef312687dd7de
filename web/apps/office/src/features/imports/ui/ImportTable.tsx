import { clsx } from 'clsx'
import { TriangleAlert } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { Hidden } from '../../../ui/Layout'
import { Select } from '../../../ui/Select'
import sideways from '../../../ui/Sideways.module.css'
import type { ImportField, ImportView } from '../api/imports'
import { rowNumbers } from '../model/sample'
import { IMPORT_FIELDS, rowErrorWords } from '../model/words'
import styles from './Imports.module.css'

const NOTHING = 'nothing'

type ImportTableProps = {
  view: ImportView
  isDisabled: boolean
  onField: (place: number, field: ImportField | null) => void
}

/** The first rows of the file, and above each column what it holds. */
export function ImportTable({ view, isDisabled, onField }: ImportTableProps) {
  const options = [
    { value: NOTHING, label: t('imports.passOver') },
    ...IMPORT_FIELDS.map((value) => ({ value, label: t(`imports.field.${value}`) })),
  ] as const
  const columns = view.columns.map(({ heading, field }, place) => ({
    place,
    field: field ?? null,
    heading: heading || t('imports.columnNumber', { number: place + 1 }),
  }))
  const numbers = rowNumbers(view)
  const wrongAt = (row: number | undefined, place: number) =>
    view.errors.filter((error) => error.row === row && error.column === place + 1)
  return (
    <section
      className={clsx(styles.scroll, sideways.sideways, sideways.onSurface)}
      aria-label={t('imports.table')}
      // A wide table is moved by the arrow keys too.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption>
          <Hidden>{t('imports.table')}</Hidden>
        </caption>
        <thead>
          <tr>
            {numbers === null ? null : (
              <th scope="col" className={styles.number}>
                {t('imports.row')}
              </th>
            )}
            {columns.map(({ place, field, heading }) => (
              <th key={place} scope="col" className={field === null ? styles.isLeftOut : undefined}>
                <span className={styles.heading}>{heading}</span>
                <Select
                  isInline
                  label={t('imports.columnHolds', { heading })}
                  value={field ?? NOTHING}
                  onChange={(chosen) => onField(place, chosen === NOTHING ? null : chosen)}
                  options={[...options]}
                  isDisabled={isDisabled}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.sample.map((row, index) => (
            // The rows are shown as they stand in the file.
            // biome-ignore lint/suspicious/noArrayIndexKey: constant list
            <tr key={index}>
              {numbers === null ? null : <td className={styles.number}>{numbers[index]}</td>}
              {columns.map(({ place, field }) => (
                <SampleCell
                  key={place}
                  text={row[place] ?? ''}
                  isLeftOut={field === null}
                  wrong={wrongAt(numbers?.[index], place).map(({ code }) => rowErrorWords(code))}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function SampleCell({ text, isLeftOut, wrong }: { text: string; isLeftOut: boolean; wrong: string[] }) {
  if (wrong.length === 0) return <td className={isLeftOut ? styles.isLeftOut : undefined}>{text}</td>
  return (
    <td className={styles.isWrong} title={wrong.join(' ')}>
      <span className={styles.wrongCell}>
        <TriangleAlert size={14} aria-hidden="true" />
        {text}
        <Hidden> {wrong.join(' ')}</Hidden>
      </span>
    </td>
  )
}
