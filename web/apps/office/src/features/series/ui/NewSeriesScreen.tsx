import { Link, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { newKey } from '../../../shell/api'
import { t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { Page, PageHead } from '../../../ui/Layout'
import { Skeleton } from '../../../ui/States'
import { showToast } from '../../../ui/Toasts'
import { useCreateSeries, useRepeatedTask } from '../api/series'
import { type SeriesDraft, SeriesForm } from './SeriesForm'

type NewSeriesScreenProps = { clientId: string | null; taskId: string | null }

/** A new series, for the client in the address when there is one; a task that is to recur fills it in. */
export function NewSeriesScreen({ clientId, taskId }: NewSeriesScreenProps) {
  const repeated = useRepeatedTask(taskId)
  const create = useCreateSeries()
  const navigate = useNavigate()
  const key = useRef(newKey())
  const form = (draft: SeriesDraft | null) => (
    <SeriesForm
      keptAs={`new-series.${taskId ?? clientId ?? ''}`}
      series={null}
      draft={draft}
      clientId={clientId}
      submitLabel={t('series.create')}
      onCancel={() => void navigate({ to: '/series' })}
      onSubmit={async (body, forget) => {
        try {
          const series = await create.mutateAsync({ body, key: key.current })
          forget()
          showToast({ text: t('series.createdToast') })
          await navigate({ to: '/series/$series', params: { series: series.id } })
        } catch (error) {
          key.current = newKey()
          throw error
        }
      }}
    />
  )
  return (
    <Page width="wide">
      <PageHead
        title={t('series.newTitle')}
        above={
          <Link to="/series" activeOptions={{ exact: true }}>
            {t('series.heading')}
          </Link>
        }
      />
      {taskId === null ? (
        form(null)
      ) : (
        <QueryView
          query={repeated}
          errorTitle={t('task.loadFailed')}
          skeleton={<Skeleton label={t('states.loading')} rows={6} isForm />}
        >
          {(task) => form({ ...task, assign_to_client: task.portal_state === 'assigned' })}
        </QueryView>
      )}
    </Page>
  )
}
