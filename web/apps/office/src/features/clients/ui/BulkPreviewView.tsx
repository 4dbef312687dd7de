import type { BulkPreview } from '@sild/api'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { skipWords } from '../../../shell/skipWords'
import { planOf } from '../model/bulk'
import styles from './Bulk.module.css'

type BulkPreviewViewProps = {
  preview: BulkPreview
  /** Whether the contacts of clients that are open already are invited again. */
  isAgain: boolean
}

/** Who gets access and who is skipped, before anything happens. */
export function BulkPreviewView({ preview, isAgain }: BulkPreviewViewProps) {
  const plan = planOf(preview, isAgain)
  return (
    <div className={styles.plan}>
      <section className={styles.group} aria-label={t('bulk.opening')}>
        <h3 className={styles.groupTitle}>
          <CircleCheck size={16} aria-hidden="true" className={styles.good} />
          {t('bulk.openingCount', { clients: plan.opening.length, contacts: plan.contactCount })}
        </h3>
        {plan.opening.length === 0 ? (
          <p className={styles.quiet}>{t('bulk.openingNone')}</p>
        ) : (
          <ul className={styles.list}>
            {plan.opening.map(({ client, contacts }) => (
              <li key={client.id}>
                <span className={styles.client}>{client.name}</span>
                <span className={styles.people}>
                  {contacts.length === 0
                    ? t('bulk.noWorkingAddress')
                    : contacts.map(({ name }) => name).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {plan.skipped.length > 0 ? (
        <section className={styles.group} aria-label={t('bulk.skipped')}>
          <h3 className={styles.groupTitle}>
            <TriangleAlert size={16} aria-hidden="true" className={styles.warn} />
            {t('bulk.skippedCount', { count: plan.skipped.length })}
          </h3>
          <ul className={styles.list}>
            {plan.skipped.map((one) => (
              <li key={`${one.client}-${one.contact}`}>
                <span className={styles.client}>
                  {one.contact === null
                    ? one.client
                    : t('bulk.contactOf', { name: one.contact, client: one.client })}
                </span>
                <span className={styles.people}>{skipWords(one.reason)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {plan.alreadyOpen.length > 0 ? (
        <p className={styles.quiet}>
          {t(isAgain ? 'bulk.alreadyOpenAgain' : 'bulk.alreadyOpen', { count: plan.alreadyOpen.length })}
        </p>
      ) : null}
      {preview.client_count > preview.clients.length ? (
        <p className={styles.quiet}>
          {t('bulk.partial', { count: preview.clients.length, total: preview.client_count })}
        </p>
      ) : null}
    </div>
  )
}
