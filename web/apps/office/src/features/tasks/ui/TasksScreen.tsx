import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { Segmented } from '../../../ui/Choice'
import { Page, PageHead } from '../../../ui/Layout'
import { ToggleChip } from '../../../ui/ToggleChip'
import type { TaskFilter } from '../api/tasks'
import { ONLY, type Only } from '../model/only'
import { TaskList } from './TaskList'
import styles from './TaskList.module.css'

const NewTaskDialog = lazy(() => import('./NewTaskDialog').then((m) => ({ default: m.NewTaskDialog })))
const ClientPicker = lazy(() =>
  import('../../../shell/ClientPicker').then((m) => ({ default: m.ClientPicker })),
)

/** The filters of the work list, as they stand in the address. */
type TasksSearch = {
  state?: 'open' | 'completed' | undefined
  client?: string | undefined
  /** Which of the open ones are shown alone. */
  only?: Only | undefined
}

type TasksScreenProps = { search: TasksSearch; onSearch: (search: TasksSearch) => void }

/** My work, or one client's: open or completed. */
export function TasksScreen({ search, onSearch }: TasksScreenProps) {
  const [isCreating, setCreating] = useState(false)
  // Choosing "by client" opens the picker; until a client is chosen the list stays mine.
  const [isPicking, setPicking] = useState(search.client !== undefined)
  const state = search.state ?? 'open'
  // What is completed is neither late nor with anybody.
  const only = state === 'open' ? search.only : undefined
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
            if (whose === 'mine') onSearch({ state: search.state, only: search.only })
          }}
          options={[
            { value: 'mine', label: t('tasks.mine') },
            { value: 'client', label: t('tasks.byClient') },
          ]}
        />
        <Segmented
          label={t('tasks.filterState')}
          value={state}
          onChange={(next) =>
            onSearch(next === 'open' ? { client: search.client } : { client: search.client, state: next })
          }
          options={[
            { value: 'open', label: t('tasks.open') },
            { value: 'completed', label: t('tasks.completedPlural') },
          ]}
        />
        {state === 'open'
          ? ONLY.map((one) => (
              <ToggleChip
                key={one}
                isSelected={only === one}
                onChange={(isOn) => onSearch({ ...search, only: isOn ? one : undefined })}
              >
                {onlyWords(one)}
              </ToggleChip>
            ))
          : null}
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
          // Each filter begins with a page of its own.
          key={only ?? 'all'}
          label={t('tasks.heading')}
          filter={filter}
          emptyText={search.client === undefined ? t('tasks.emptyMineText') : t('tasks.emptyClientText')}
          isClientShown={search.client === undefined}
          only={only}
          onAll={() => onSearch({ ...search, only: undefined })}
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

function onlyWords(only: Only): string {
  if (only === 'overdue') return t('clientList.overdue')
  return only === 'client' ? t('tasks.portal.assigned') : t('tasks.portal.done')
}
