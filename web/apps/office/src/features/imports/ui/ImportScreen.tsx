import { Link } from '@tanstack/react-router'
import { FileWarning } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { QueryView } from '../../../shell/QueryView'
import { useIsAdmin } from '../../../shell/session'
import { Button, buttonClass } from '../../../ui/Button'
import { Card, Row } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { EmptyState, Skeleton } from '../../../ui/States'
import { type ImportView, useImport, usePreviewImport } from '../api/imports'
import { ImportDone, ImportRunning } from './ImportEnd'
import { ImportPage } from './ImportPage'
import { ImportPreview } from './ImportPreview'

/** One import at its address: what was understood, how far it is, what came of it. A reload goes on. */
export function ImportScreen({ id }: { id: string }) {
  const isAdmin = useIsAdmin()
  return isAdmin ? <KnownImport id={id} /> : <ImportPage>{null}</ImportPage>
}

function KnownImport({ id }: { id: string }) {
  const query = useImport(id)
  const view = query.data
  return (
    <ImportPage
      below={
        view && view.row_count > 0
          ? t('imports.fileOf', { name: view.file_name, rows: view.row_count })
          : view?.file_name
      }
      actions={
        view && view.state !== 'running' && view.state !== 'done' ? (
          <Link to="/clients/import" className={buttonClass({})}>
            {t('imports.chooseOther')}
          </Link>
        ) : undefined
      }
    >
      {view && query.error ? (
        <Notice
          tone="bad"
          action={<Button onPress={() => void query.refetch()}>{t('actions.retry')}</Button>}
        >
          {t('imports.progressFailed', { why: sentenceOf(query.error) })}
        </Notice>
      ) : null}
      <QueryView
        query={query}
        errorTitle={t('imports.loadFailed')}
        skeleton={<Skeleton label={t('states.loading')} rows={6} />}
      >
        {(data) => <Step view={data} />}
      </QueryView>
    </ImportPage>
  )
}

function Step({ view }: { view: ImportView }) {
  switch (view.state) {
    case 'declared':
      return <NotArrived view={view} />
    case 'previewing':
    case 'previewed':
      if (view.columns.length > 0) return <ImportPreview view={view} />
      return view.state === 'previewing' ? <Looking /> : <Unreadable view={view} />
    case 'running':
      return <ImportRunning view={view} />
    case 'done':
      return <ImportDone view={view} />
  }
}

function Looking() {
  return (
    <Card>
      <p role="status">{t('imports.looking')}</p>
      <Skeleton label={t('states.loading')} rows={5} />
    </Card>
  )
}

/** The browser was closed while it sent the file: perhaps it came through. */
function NotArrived({ view }: { view: ImportView }) {
  const preview = usePreviewImport(view.id)
  return (
    <Card>
      <EmptyState
        icon={<FileWarning size={22} />}
        title={t('imports.notArrived')}
        text={preview.error ? sentenceOf(preview.error) : t('imports.notArrivedText')}
        action={
          <Button isPending={preview.isPending} onPress={() => preview.mutate({})}>
            {t('imports.lookAgain')}
          </Button>
        }
      />
    </Card>
  )
}

/** Nothing could be made of the file. */
function Unreadable({ view }: { view: ImportView }) {
  const preview = usePreviewImport(view.id)
  return (
    <>
      {view.problem ? <Notice tone="bad">{t(`imports.problem.${view.problem}`)}</Notice> : null}
      {preview.error ? <Notice tone="bad">{sentenceOf(preview.error)}</Notice> : null}
      <Row>
        <Link to="/clients/import" className={buttonClass({ variant: 'primary' })}>
          {t('imports.chooseOther')}
        </Link>
        {view.problem === 'not_uploaded' ? null : (
          <Button variant="quiet" isPending={preview.isPending} onPress={() => preview.mutate({})}>
            {t('imports.asItLooks')}
          </Button>
        )}
      </Row>
    </>
  )
}
