import { clsx } from 'clsx'
import { formatNumber } from '../../../shell/i18n'
import styles from './Imports.module.css'

/** What is counted, each with its word. */
export function Numbers({ numbers, isDim = false }: { numbers: [string, number][]; isDim?: boolean }) {
  return (
    <dl className={clsx(styles.numbers, isDim && styles.isDim)}>
      {numbers.map(([word, count]) => (
        <div key={word} className={count === 0 ? styles.isZero : undefined}>
          <dt>{word}</dt>
          <dd>{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
