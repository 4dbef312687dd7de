import { getRouteApi, Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { ClientScreen } from '../../features/clients/ui/ClientScreen'
import { SeriesList } from '../../features/series/ui/SeriesList'
import { ClientTasks } from '../../features/tasks/ui/ClientTasks'
import { NewTaskDialog } from '../../features/tasks/ui/NewTaskDialog'
import { t } from '../../shell/i18n'
import { Button, buttonClass } from '../../ui/Button'

const route = getRouteApi('/office/clients/$client')

/** `/clients/{client}`: the card, with what tasks and series show of this client. */
export function ClientRoute() {
  const { client } = route.useParams()
  const { tab, state } = route.useSearch()
  const navigate = route.useNavigate()
  const [isCreating, setCreating] = useState(false)
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
        tasks={
          <ClientTasks
            client={client}
            state={state ?? 'open'}
            onState={(next) => void navigate({ search: next === 'open' ? {} : { state: next } })}
            onNew={() => setCreating(true)}
          />
        }
        series={<SeriesList client={client} action={newSeries} />}
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
      {isCreating ? <NewTaskDialog clientId={client} onClose={() => setCreating(false)} /> : null}
    </>
  )
}
