import { ListTodo } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { Button } from '../../../ui/Button'
import { EmptyState } from '../../../ui/States'
import { type TaskFilter, useTaskList } from '../api/tasks'
import styles from './TaskList.module.css'
import { TaskTable } from './TaskTable'

type TaskListProps = {
  label: string
  filter: TaskFilter
  emptyText: string
  action?: ReactNode
  isClientShown?: boolean
}

/** The tasks of a filter with their states: loading, empty, failed, and more on demand. */
export function TaskList({ label, filter, emptyText, action, isClientShown = true }: TaskListProps) {
  const list = useTaskList(filter)
  return (
    <QueryView query={list} errorTitle={t('tasks.loadFailed')}>
      {({ pages }) => {
        const tasks = pages.flatMap((page) => page.items)
        if (tasks.length === 0) {
          return (
            <EmptyState
              icon={<ListTodo size={22} />}
              title={filter.state === 'open' ? t('tasks.emptyOpen') : t('tasks.emptyCompleted')}
              text={emptyText}
              action={action}
            />
          )
        }
        return (
          <>
            <TaskTable label={label} tasks={tasks} isClientShown={isClientShown} />
            {list.hasNextPage ? (
              <div className={styles.more}>
                <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
                  {t('actions.showMore')}
                </Button>
              </div>
            ) : null}
          </>
        )
      }}
    </QueryView>
  )
}
