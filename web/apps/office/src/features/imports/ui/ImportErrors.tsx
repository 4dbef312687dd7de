import { Copy, Download } from 'lucide-react'
import { csvOf, saveText } from '../../../shell/csv'
import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Layout'
import { showToast } from '../../../ui/Toasts'
import type { ImportView } from '../api/imports'
import { errorTable } from '../model/words'
import styles from './Imports.module.css'

/** What is wrong with which row, to be taken along and corrected in the file. */
export function ImportErrors({ view, note }: { view: ImportView; note?: string }) {
  const { head, rows } = errorTable(view)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText([head, ...rows].map((row) => row.join('\t')).join('\n'))
      showToast({ text: t('imports.copied') })
    } catch {
      showToast({ text: t('imports.copyFailed'), tone: 'bad' })
    }
  }
  return (
    <Card
      title={t('imports.errors', { count: view.error_count })}
      {...(note ? { note } : {})}
      isFlush
      actions={
        <>
          <Button size="small" variant="quiet" onPress={() => void copy()}>
            <Copy size={14} aria-hidden="true" />
            {t('imports.copy')}
          </Button>
          <Button
            size="small"
            variant="quiet"
            onPress={() => saveText(t('imports.errorsName'), csvOf([head, ...rows]))}
          >
            <Download size={14} aria-hidden="true" />
            {t('imports.downloadErrors')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached */}
      <section className={styles.errors} aria-label={t('imports.errorsList')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {head.map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.errors.map(({ row, column, code }, index) => (
              <tr key={`${row}-${column}-${code}`}>
                {rows[index]?.map((cell, place) => (
                  <td key={head[place]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {view.error_count > view.errors.length ? (
        <p className={styles.more}>{t('imports.errorsFirst', { count: view.errors.length })}</p>
      ) : null}
    </Card>
  )
}
