import type { AuditEntry } from '@sild/api'
import { formatTime, t } from '../../../shell/i18n'
import { Badge } from '../../../ui/Badge'
import { Hidden } from '../../../ui/Layout'
import { isAside, tellingOf } from '../model/telling'
import styles from './Audit.module.css'
import { Changes } from './Changes'
import { fieldWord } from './fieldWords'
import { Told } from './Told'

const FIELDS_SHOWN = 5

/** One change: when, who and what as a sentence, from what to what, and everything else behind a press; what only helps to look into it, behind a second one. */
export function Entry({ entry, names }: { entry: AuditEntry; names: Map<string, string> }) {
  const { did, showsFields } = tellingOf(entry)
  const worded = entry.fields.filter(({ field }) => fieldWord(field) !== null)
  const told = showsFields ? worded.filter(({ field }) => !isAside(field)) : []
  const shown = told.slice(0, FIELDS_SHOWN)
  const more = told.length - shown.length
  const rest = worded.filter((field) => !shown.includes(field))
  // The thing's own id stands below anyway.
  const wordless = entry.fields.filter((field) => !worded.includes(field) && field.field !== 'id')
  return (
    <li className={styles.entry}>
      <time className={styles.time} dateTime={entry.at}>
        {formatTime(entry.at)}
      </time>
      <div className={styles.body}>
        <div className={styles.line}>
          <Told entry={entry} did={did} names={names} />
          {entry.by.kind === 'contact' ? <Badge>{t('audit.contact')}</Badge> : null}
        </div>
        {shown.length > 0 ? <Changes fields={shown} change={entry.change} names={names} /> : null}
        <details className={styles.details}>
          <summary>
            {more > 0 ? t('audit.more', { count: more }) : t('audit.details')}
            <Hidden>: {formatTime(entry.at)}</Hidden>
          </summary>
          {rest.length > 0 ? <Changes fields={rest} change={entry.change} names={names} /> : null}
          <details className={styles.details} open={rest.length === 0}>
            <summary>
              {t('audit.technical')}
              <Hidden>: {formatTime(entry.at)}</Hidden>
            </summary>
            {wordless.length > 0 ? <Changes fields={wordless} change={entry.change} names={names} /> : null}
            <dl className={styles.fields}>
              <Fact label={t('audit.operation')} value={entry.operation} />
              <Fact label={t('audit.thingId')} value={entry.thing_id} />
              <Fact label={t('audit.belongsTo')} value={entry.belongs_to} />
            </dl>
          </details>
        </details>
      </div>
    </li>
  )
}

function Fact({ label, value }: { label: string; value: string | null | undefined }) {
  if (!value) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code className={styles.id}>{value}</code>
      </dd>
    </div>
  )
}
