import type { Body, BulkTask } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { newKey } from '../../../shell/api'
import { formatNumber, t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { skipWords } from '../../../shell/skipWords'
import { Button } from '../../../ui/Button'
import { DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { openPortals, startBulkTask, useBulkTask } from '../api/bulkTasks'
import { closedOf, progressPercent } from '../model/audience'
import styles from './BulkTask.module.css'

type BulkTaskResultProps = {
  started: BulkTask
  order: Body<'start_bulk_task'>
  /** The same task for those whose portal had to be opened first; null where that was tried. */
  onAgain: ((order: Body<'start_bulk_task'>, task: BulkTask) => void) | null
  onClose: () => void
}

/** How far the tasks are, then who was passed over and why, with a way to give it to them after all. */
export function BulkTaskResult({ started, order, onAgain, onClose }: BulkTaskResultProps) {
  const query = useBulkTask(started)
  const task = query.data
  const isDone = task.state === 'done'
  const percent = progressPercent(task)
  const closed = isDone && onAgain !== null ? closedOf(task) : []
  const [isOpening, setOpening] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const openAndAssign = async () => {
    setOpening(true)
    setFailure(null)
    try {
      await openPortals(closed)
      const { matching: _all, ...rest } = order
      const again = { ...rest, client_ids: closed }
      onAgain?.(again, await startBulkTask(again, newKey()))
    } catch (error) {
      setFailure(sentenceOf(error))
      setOpening(false)
    }
  }

  return (
    <>
      <DialogBody>
        <div>
          <progress className={styles.bar} aria-label={t('bulk.progress')} max={100} value={percent} />
          <p role="status">
            {isDone
              ? resultWords(task)
              : t('bulk.running', { done: task.created + task.skipped.length, total: task.total })}
          </p>
        </div>
        {query.error ? (
          <Notice
            tone="bad"
            action={<Button onPress={() => void query.refetch()}>{t('actions.retry')}</Button>}
          >
            {t('bulk.progressFailed', { why: sentenceOf(query.error) })}
          </Notice>
        ) : null}
        {isDone && task.skipped.length === 0 ? (
          <p className={styles.allGood}>
            <CircleCheck size={16} aria-hidden="true" className={styles.good} />
            {t('bulk.nobodySkipped')}
          </p>
        ) : null}
        {task.skipped.length > 0 ? (
          <section className={styles.group} aria-label={t('bulk.skipped')}>
            <h3 className={styles.groupTitle}>
              <TriangleAlert size={16} aria-hidden="true" className={styles.warn} />
              {t('bulkTask.passedOver', { count: task.skipped.length })}
            </h3>
            <ul className={styles.list}>
              {task.skipped.map(({ client_id, client_name, reason }) => (
                <li key={client_id}>
                  {client_name ? (
                    <Link to="/clients/$client" params={{ client: client_id }} className={styles.client}>
                      {client_name}
                    </Link>
                  ) : (
                    <span className={styles.client}>{t('bulk.gone')}</span>
                  )}
                  <span className={styles.reason}>{skipWords(reason)}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {closed.length > 0 ? (
          <Notice
            action={
              <Button isPending={isOpening} onPress={() => void openAndAssign()}>
                {t('bulkTask.openAndAssign', { count: closed.length })}
              </Button>
            }
          >
            {t('bulkTask.openNote')}
          </Notice>
        ) : null}
        {failure ? <Notice tone="bad">{failure}</Notice> : null}
      </DialogBody>
      <DialogFoot>
        <Button variant={isDone ? 'primary' : 'secondary'} onPress={onClose} autoFocus>
          {isDone ? t('actions.done') : t('bulk.closeRunning')}
        </Button>
      </DialogFoot>
    </>
  )
}

function resultWords({ assigns, created }: BulkTask): string {
  const words = { count: created, shown: formatNumber(created) }
  return assigns ? t('bulkTask.assigned', words) : t('bulkTask.created', words)
}
