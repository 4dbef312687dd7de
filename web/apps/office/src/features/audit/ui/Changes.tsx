import type { AuditEntry } from '@sild/api'
import { ArrowRight } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { Hidden } from '../../../ui/Layout'
import styles from './Audit.module.css'
import { fieldWord } from './fieldWords'
import { valueWords } from './valueWords'

type Field = AuditEntry['fields'][number]
type ChangesProps = { fields: Field[]; change: AuditEntry['change']; names: Map<string, string> }

/** What was different afterwards, field by field: from what to what. */
export function Changes({ fields, change, names }: ChangesProps) {
  return (
    <dl className={styles.fields}>
      {fields.map((field) => (
        <div key={field.field}>
          <dt>{fieldWord(field.field) ?? <code className={styles.id}>{field.field}</code>}</dt>
          <dd>
            <Values field={field} change={change} names={names} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Values({
  field: { field, from, to, is_erased },
  change,
  names,
}: { field: Field } & Omit<ChangesProps, 'fields'>) {
  if (is_erased) return <em className={styles.nothing}>{t('audit.erased')}</em>
  const words = (value: string | null | undefined) => {
    const said = valueWords(field, value ?? null, names)
    return said === null ? (
      <em className={styles.nothing}>{t('audit.nothing')}</em>
    ) : (
      <span className={styles.value}>{said}</span>
    )
  }
  if (change === 'created') return words(to)
  if (change === 'removed') return words(from)
  return (
    <>
      {words(from)}
      <ArrowRight size={13} aria-hidden="true" />
      <Hidden> {t('audit.became')} </Hidden>
      {words(to)}
    </>
  )
}
