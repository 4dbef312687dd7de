import { t } from '../../../shell/i18n'
import { Hidden } from '../../../ui/Layout'
import { Select } from '../../../ui/Select'
import type { ImportField, ImportView } from '../api/imports'
import { IMPORT_FIELDS } from '../model/words'
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
  return (
    // A wide table is moved by the arrow keys too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached
    <section className={styles.scroll} aria-label={t('imports.table')} tabIndex={0}>
      <table className={styles.table}>
        <caption>
          <Hidden>{t('imports.table')}</Hidden>
        </caption>
        <thead>
          <tr>
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
              {columns.map(({ place, field }) => (
                <td key={place} className={field === null ? styles.isLeftOut : undefined}>
                  {row[place] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
