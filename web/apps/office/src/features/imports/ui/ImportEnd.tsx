import { Link } from '@tanstack/react-router'
import { t } from '../../../shell/i18n'
import { buttonClass } from '../../../ui/Button'
import { Card, Row, Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { ProgressBar } from '../../../ui/ProgressBar'
import type { ImportView } from '../api/imports'
import { ImportErrors } from './ImportErrors'
import styles from './Imports.module.css'
import { Numbers } from './Numbers'

/** How far the writing is. */
export function ImportRunning({ view }: { view: ImportView }) {
  const percent = Math.min(99, Math.round((100 * view.rows_done) / Math.max(1, view.row_count)))
  return (
    <Card title={t('imports.running')}>
      <Stack gap="s">
        <ProgressBar label={t('imports.running')} percent={percent} />
        <p role="status">{t('imports.progress', { done: view.rows_done, total: view.row_count })}</p>
        <p className={styles.quiet}>{t('imports.canLeave')}</p>
      </Stack>
    </Card>
  )
}

/** What came of the rows. */
export function ImportDone({ view }: { view: ImportView }) {
  const missing = view.rows_failed + view.rows_with_errors
  return (
    <>
      <Card title={t('imports.done')}>
        <Stack>
          {view.problem ? (
            <Notice tone="bad">{t(`imports.problem.${view.problem}`)}</Notice>
          ) : missing > 0 ? (
            <Notice tone="warn">{t('imports.doneWithErrors', { count: missing })}</Notice>
          ) : (
            <Notice tone="good">{t('imports.doneGood')}</Notice>
          )}
          <Numbers
            numbers={[
              [t('imports.clientsCreated'), view.clients_created],
              [t('imports.contactsCreated'), view.contacts_created],
              [t('imports.rowsUpdated'), view.rows_updated],
              [t('imports.rowsSkipped'), view.rows_skipped],
              [t('imports.rowsFailed'), missing],
            ]}
          />
          {view.clients_created > 0 ? <p className={styles.quiet}>{t('imports.next')}</p> : null}
          <Row>
            <Link to="/clients" className={buttonClass({ variant: 'primary' })}>
              {t('imports.toClients')}
            </Link>
            <Link to="/clients/import" className={buttonClass({})}>
              {t('imports.another')}
            </Link>
          </Row>
        </Stack>
      </Card>
      {view.error_count > 0 ? <ImportErrors view={view} /> : null}
    </>
  )
}
