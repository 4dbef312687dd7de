import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { Segmented } from '../../../ui/Choice'
import { TaskList } from './TaskList'
import styles from './TaskList.module.css'

type ClientTasksProps = {
  client: string
  state: 'open' | 'completed'
  onState: (state: 'open' | 'completed') => void
  /** Left out where no task can be made for the client. */
  onNew?: (() => void) | undefined
}

/** One client's tasks, as its card shows them. */
export function ClientTasks({ client, state, onState, onNew }: ClientTasksProps) {
  return (
    <>
      <div className={styles.filters}>
        <Segmented
          label={t('tasks.filterState')}
          value={state}
          onChange={onState}
          options={[
            { value: 'open', label: t('tasks.open') },
            { value: 'completed', label: t('tasks.completedPlural') },
          ]}
        />
      </div>
      <div className={styles.frame}>
        <TaskList
          label={t('tasks.heading')}
          filter={{ client_id: client, state }}
          emptyText={t('tasks.emptyClientText')}
          isClientShown={false}
          {...(state === 'open' && onNew
            ? {
                action: (
                  <Button variant="primary" onPress={onNew}>
                    {t('tasks.new')}
                  </Button>
                ),
              }
            : {})}
        />
      </div>
    </>
  )
}
