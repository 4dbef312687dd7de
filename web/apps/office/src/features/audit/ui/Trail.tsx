import type { AuditEntry } from '@sild/api'
import { formatDate } from '../../../shell/i18n'
import { useNames } from '../api/audit'
import styles from './Audit.module.css'
import { Entry } from './Entry'

/** Entries, newest first, by day. */
export function Trail({ entries }: { entries: AuditEntry[] }) {
  const names = useNames(entries)
  return (
    <>
      {byDay(entries).map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <h2 className={styles.day}>{day}</h2>
          <ul className={styles.entries}>
            {ofDay.map((entry) => (
              <Entry key={entry.id} entry={entry} names={names} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function byDay(entries: AuditEntry[]): [string, AuditEntry[]][] {
  const days = new Map<string, AuditEntry[]>()
  for (const entry of entries) {
    const day = formatDate(entry.at, 'full')
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days]
}
