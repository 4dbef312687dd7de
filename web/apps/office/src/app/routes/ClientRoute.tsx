import { getRouteApi, Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { ClientScreen } from '../../features/clients/ui/ClientScreen'
import { ClientTasks } from '../../features/tasks/ui/ClientTasks'
import { t } from '../../shell/i18n'
import { Button, buttonClass } from '../../ui/Button'
import { Skeleton } from '../../ui/States'

const NewTaskDialog = lazy(() =>
  import('../../features/tasks/ui/NewTaskDialog').then((m) => ({ default: m.NewTaskDialog })),
)
const SeriesList = lazy(() =>
  import('../../features/series/ui/SeriesList').then((m) => ({ default: m.SeriesList })),
)

const ClientRequests = lazy(() =>
  import('../../features/requests/ui/RequestsScreen').then((m) => ({ default: m.ClientRequests })),
)

const route = getRouteApi('/office/clients/$client')

/** `/clients/{client}`: the card, with what tasks and series show of this client. */
export function ClientRoute() {
  const { client } = route.useParams()
  const { tab, state } = route.useSearch()
  const navigate = route.useNavigate()
  const [isCreating, setCreating] = useState(false)
  const waiting = <Skeleton label={t('states.loading')} />
  const newSeries = (
    <Link to="/series/new" search={{ client }} className={buttonClass({ variant: 'secondary' })}>
      {t('series.new')}
    </Link>
  )
  return (
    <>
      <ClientScreen
        key={client}
        id={client}
        tab={tab ?? 'tasks'}
        tasks={(canGetMore) => (
          <ClientTasks
            client={client}
            state={state ?? 'open'}
            onState={(next) => void navigate({ search: next === 'open' ? {} : { state: next } })}
            onNew={canGetMore ? () => setCreating(true) : undefined}
          />
        )}
        requests={
          <Suspense fallback={waiting}>
            <ClientRequests client={client} />
          </Suspense>
        }
        series={(canGetMore) => (
          <Suspense fallback={waiting}>
            <SeriesList client={client} action={canGetMore ? newSeries : null} />
          </Suspense>
        )}
        actions={
          <>
            {tab === 'series' ? newSeries : null}
            <Button variant="primary" onPress={() => setCreating(true)}>
              <Plus size={16} aria-hidden="true" />
              {t('tasks.new')}
            </Button>
          </>
        }
      />
      {isCreating ? (
        <Suspense fallback={null}>
          <NewTaskDialog clientId={client} onClose={() => setCreating(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
