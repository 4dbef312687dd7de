import type { BulkOpening } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { formatTime, t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { skipWords } from '../../../shell/skipWords'
import { Button } from '../../../ui/Button'
import { DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { useBulkOpening } from '../api/bulkOpening'
import { progressPercent, skippedByClient } from '../model/bulk'
import styles from './Bulk.module.css'

/** How far the opening is, then what came of it: client by client where somebody was skipped. */
export function BulkResult({ started, onClose }: { started: BulkOpening; onClose: () => void }) {
  const query = useBulkOpening(started)
  const opening = query.data
  const percent = progressPercent(opening)
  const isDone = opening.state === 'done'
  const skipped = skippedByClient(opening.skipped)

  return (
    <>
      <DialogBody>
        <div>
          <div
            className={styles.bar}
            role="progressbar"
            aria-label={t('bulk.progress')}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={percent}
          >
            <div style={{ inlineSize: `${percent}%` }} />
          </div>
          <p role="status">
            {isDone
              ? t('bulk.finished')
              : t('bulk.running', { done: opening.opened + opening.already_open, total: opening.total })}
          </p>
        </div>
        <dl className={styles.numbers}>
          <div>
            <dt>{t('bulk.numberOpened')}</dt>
            <dd>{opening.opened}</dd>
          </div>
          <div>
            <dt>{t('bulk.numberInvited')}</dt>
            <dd>{opening.with_invitations ? opening.invited : t('bulk.silent')}</dd>
          </div>
          <div>
            <dt>{t('bulk.numberAlreadyOpen')}</dt>
            <dd>{opening.already_open}</dd>
          </div>
          <div>
            <dt>{t('bulk.numberSkipped')}</dt>
            <dd>{opening.skipped.length}</dd>
          </div>
        </dl>
        {opening.with_invitations && opening.expected_end !== null ? (
          <p>{t('bulk.mailsUntil', { at: formatTime(opening.expected_end) })}</p>
        ) : null}
        {query.error ? (
          <Notice
            tone="bad"
            action={<Button onPress={() => void query.refetch()}>{t('actions.retry')}</Button>}
          >
            {t('bulk.progressFailed', { why: sentenceOf(query.error) })}
          </Notice>
        ) : null}
        {isDone && skipped.length === 0 ? (
          <p className={styles.allGood}>
            <CircleCheck size={16} aria-hidden="true" className={styles.good} />
            {t('bulk.nobodySkipped')}
          </p>
        ) : null}
        {skipped.length > 0 ? (
          <section className={styles.group} aria-label={t('bulk.skipped')}>
            <h3 className={styles.groupTitle}>
              <TriangleAlert size={16} aria-hidden="true" className={styles.warn} />
              {t('bulk.skippedHeading')}
            </h3>
            <ul className={styles.list}>
              {skipped.map((client) => (
                <li key={client.id}>
                  {client.name === null ? (
                    <span className={styles.client}>{t('bulk.gone')}</span>
                  ) : (
                    <Link to="/clients/$client" params={{ client: client.id }} className={styles.client}>
                      {client.name}
                    </Link>
                  )}
                  <span className={styles.people}>
                    {client.people
                      .map(({ name, reason }) =>
                        name === null
                          ? skipWords(reason)
                          : t('bulk.personReason', { name, reason: skipWords(reason) }),
                      )
                      .join(' ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </DialogBody>
      <DialogFoot>
        <Button variant={isDone ? 'primary' : 'secondary'} onPress={onClose}>
          {isDone ? t('actions.done') : t('bulk.closeRunning')}
        </Button>
      </DialogFoot>
    </>
  )
}
