import { Link, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { newKey } from '../../../shell/api'
import { t } from '../../../shell/i18n'
import { Page, PageHead } from '../../../ui/Layout'
import { showToast } from '../../../ui/Toasts'
import { useCreateSeries } from '../api/series'
import { SeriesForm } from './SeriesForm'

/** A new series, for the client in the address when there is one. */
export function NewSeriesScreen({ clientId }: { clientId: string | null }) {
  const create = useCreateSeries()
  const navigate = useNavigate()
  const key = useRef(newKey())
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
      <SeriesForm
        series={null}
        clientId={clientId}
        submitLabel={t('series.create')}
        onCancel={() => void navigate({ to: '/series' })}
        onSubmit={async (body) => {
          try {
            const series = await create.mutateAsync({ body, key: key.current })
            showToast({ text: t('series.createdToast') })
            await navigate({ to: '/series/$series', params: { series: series.id } })
          } catch (error) {
            key.current = newKey()
            throw error
          }
        }}
      />
    </Page>
  )
}
