import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { Segmented } from '../../../ui/Choice'
import { Page, PageHead } from '../../../ui/Layout'
import type { TaskFilter } from '../api/tasks'
import { TaskList } from './TaskList'
import styles from './TaskList.module.css'

const NewTaskDialog = lazy(() => import('./NewTaskDialog').then((m) => ({ default: m.NewTaskDialog })))
const ClientPicker = lazy(() =>
  import('../../../shell/ClientPicker').then((m) => ({ default: m.ClientPicker })),
)

/** The filters of the work list, as they stand in the address. */
type TasksSearch = { state?: 'open' | 'completed' | undefined; client?: string | undefined }

type TasksScreenProps = { search: TasksSearch; onSearch: (search: TasksSearch) => void }

/** My work, or one client's: open or completed. */
export function TasksScreen({ search, onSearch }: TasksScreenProps) {
  const [isCreating, setCreating] = useState(false)
  // Choosing "by client" opens the picker; until a client is chosen the list stays mine.
  const [isPicking, setPicking] = useState(search.client !== undefined)
  const state = search.state ?? 'open'
  const filter: TaskFilter =
    search.client === undefined ? { assignee: 'me', state } : { client_id: search.client, state }

  return (
    <Page width="wide">
      <PageHead
        title={t('tasks.heading')}
        actions={
          <Button variant="primary" onPress={() => setCreating(true)}>
            <Plus size={16} aria-hidden="true" />
            {t('tasks.new')}
          </Button>
        }
      />
      <div className={styles.filters}>
        <Segmented
          label={t('tasks.filterWhose')}
          value={isPicking || search.client !== undefined ? 'client' : 'mine'}
          onChange={(whose) => {
            setPicking(whose === 'client')
            if (whose === 'mine') onSearch({ state: search.state })
          }}
          options={[
            { value: 'mine', label: t('tasks.mine') },
            { value: 'client', label: t('tasks.byClient') },
          ]}
        />
        <Segmented
          label={t('tasks.filterState')}
          value={state}
          onChange={(next) => onSearch({ ...search, state: next === 'open' ? undefined : next })}
          options={[
            { value: 'open', label: t('tasks.open') },
            { value: 'completed', label: t('tasks.completedPlural') },
          ]}
        />
        {isPicking || search.client !== undefined ? (
          <div className={styles.client}>
            <Suspense fallback={null}>
              <ClientPicker
                isLabelHidden
                label={t('tasks.filterClient')}
                value={search.client ?? null}
                onChange={(client) => {
                  if (client !== null) onSearch({ ...search, client })
                }}
              />
            </Suspense>
          </div>
        ) : null}
      </div>
      <div className={styles.frame}>
        <TaskList
          label={t('tasks.heading')}
          filter={filter}
          emptyText={search.client === undefined ? t('tasks.emptyMineText') : t('tasks.emptyClientText')}
          isClientShown={search.client === undefined}
          {...(state === 'open'
            ? {
                action: (
                  <Button variant="primary" onPress={() => setCreating(true)}>
                    {t('tasks.new')}
                  </Button>
                ),
              }
            : {})}
        />
      </div>
      {isCreating ? (
        <Suspense fallback={null}>
          <NewTaskDialog clientId={search.client ?? null} onClose={() => setCreating(false)} />
        </Suspense>
      ) : null}
    </Page>
  )
}
