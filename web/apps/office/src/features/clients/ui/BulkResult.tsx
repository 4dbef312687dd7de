import type { BulkOpening } from '@sild/api'
import { CircleCheck } from 'lucide-react'
import { formatTime, t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { useBulkOpening } from '../api/bulkOpening'
import { progressPercent } from '../model/bulk'
import styles from './Bulk.module.css'
import { SkippedClients } from './SkippedClients'

/** How far the opening is, then what came of it: client by client where somebody was skipped. */
export function BulkResult({ started, onClose }: { started: BulkOpening; onClose: () => void }) {
  const query = useBulkOpening(started)
  const opening = query.data
  const percent = progressPercent(opening)
  const isDone = opening.state === 'done'

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
        {isDone && opening.skipped.length === 0 ? (
          <p className={styles.allGood}>
            <CircleCheck size={16} aria-hidden="true" className={styles.good} />
            {t('bulk.nobodySkipped')}
          </p>
        ) : null}
        {opening.skipped.length > 0 ? <SkippedClients opening={opening} /> : null}
      </DialogBody>
      <DialogFoot>
        <Button variant={isDone ? 'primary' : 'secondary'} onPress={onClose}>
          {isDone ? t('actions.done') : t('bulk.closeRunning')}
        </Button>
      </DialogFoot>
    </>
  )
}
