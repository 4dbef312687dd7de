import { clsx } from 'clsx'
import styles from './Overview.module.css'

/** The colours of the pictures. */
export type Tone = 'bad' | 'accent' | 'plain'
export type LegendEntry = { tone: Tone; label: string }

/** What the colours of a picture stand for; whoever reads hears it with each number. */
export function Legend({ entries }: { entries: LegendEntry[] }) {
  return (
    <ul className={styles.legend} aria-hidden="true">
      {entries.map(({ tone, label }) => (
        <li key={tone}>
          <span className={clsx(styles.key, styles[tone])} />
          {label}
        </li>
      ))}
    </ul>
  )
}
