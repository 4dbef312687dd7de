import { Link } from '@tanstack/react-router'
import { t } from '../../../shell/i18n'
import { Hidden } from '../../../ui/Layout'
import { Legend, type LegendEntry, type Tone } from './Legend'
import styles from './Overview.module.css'

type BarRow = {
  client: { id: string; name: string }
  parts: { value: number; tone: Tone }[]
  /** The number, and what else there is to say of it. */
  words: string
  more: string
}

type BarsProps = {
  label: string
  valueLabel: string
  rows: BarRow[]
  legend?: LegendEntry[]
}

/** A bar for each client beside its number: a table to whoever reads it, a picture to whoever looks. */
export function Bars({ label, valueLabel, rows, legend }: BarsProps) {
  const most = Math.max(...rows.map(({ parts }) => sumOf(parts)))
  return (
    <>
      <table className={styles.bars} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">
              <Hidden>{t('overview.client')}</Hidden>
            </th>
            <th scope="col">
              <Hidden>{valueLabel}</Hidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ client, parts, words, more }) => (
            <tr key={client.id}>
              <th scope="row">
                <Link to="/clients/$client" params={{ client: client.id }} className={styles.client}>
                  {client.name}
                </Link>
              </th>
              <td>
                <span className={styles.value}>
                  <Bar parts={parts} most={most} />
                  <span className={styles.number}>{words}</span>
                </span>
                <span className={styles.more}>{more}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {legend ? <Legend entries={legend} /> : null}
    </>
  )
}

function Bar({ parts, most }: { parts: BarRow['parts']; most: number }) {
  let from = 0
  return (
    <svg className={styles.bar} height="12" aria-hidden="true">
      {parts.map(({ value, tone }) => {
        const x = from
        from += value
        return (
          <rect
            key={tone}
            className={styles[tone]}
            x={percent(x, most)}
            width={percent(value, most)}
            height="12"
            rx="3"
          />
        )
      })}
    </svg>
  )
}

const sumOf = (parts: BarRow['parts']) => parts.reduce((sum, { value }) => sum + value, 0)
const percent = (value: number, most: number) => `${most === 0 ? 0 : (value / most) * 100}%`
