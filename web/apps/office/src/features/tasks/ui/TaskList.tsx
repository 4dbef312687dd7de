import { ListTodo } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { useShownList } from '../../../shell/shownList'
import { Button } from '../../../ui/Button'
import { EmptyState, Skeleton } from '../../../ui/States'
import { type TaskFilter, useTaskList } from '../api/tasks'
import { isAmong, type Only } from '../model/only'
import styles from './TaskList.module.css'
import { TaskTable } from './TaskTable'

type TaskListProps = {
  label: string
  filter: TaskFilter
  emptyText: string
  action?: ReactNode
  isClientShown?: boolean
  /** Which of them are shown alone, and how all are shown again. */
  only?: Only | undefined
  onAll?: () => void
}

/** The tasks of a filter with their states: loading, empty, failed, and more on demand. */
export function TaskList({
  label,
  filter,
  emptyText,
  action,
  isClientShown = true,
  only,
  onAll,
}: TaskListProps) {
  const list = useTaskList(filter)
  const pages = list.data?.pages
  const known = useMemo(() => (pages ?? []).flatMap(({ items }) => items), [pages])
  const tasks = useMemo(
    () => (only === undefined ? known : known.filter((task) => isAmong(task, only))),
    [known, only],
  )
  const places = useMemo(() => tasks.map(({ id }) => ({ on: 'task' as const, id })), [tasks])
  useShownList(places)
  const search = useLookingOn(list, tasks.length, only)
  return (
    <QueryView query={list} errorTitle={t('tasks.loadFailed')}>
      {() => {
        if (tasks.length === 0 && search.isLooking)
          return <Skeleton label={t('tasks.onlyLooking')} rows={6} />
        if (tasks.length === 0 && only !== undefined && known.length > 0) {
          return (
            <EmptyState
              icon={<ListTodo size={22} />}
              title={t('tasks.onlyNone')}
              text={t('tasks.onlyNoneText', { count: known.length })}
              action={onAll ? <Button onPress={onAll}>{t('tasks.showAll')}</Button> : null}
            />
          )
        }
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
                <Button isPending={list.isFetchingNextPage} onPress={search.more}>
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

/** How many tasks a filter within the list finds before it waits for "Show more". */
const PAGE = 50

type List = Pick<
  ReturnType<typeof useTaskList>,
  'data' | 'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage'
>

/** Lets a filter that the server does not know look on, page by page, until it has a page of its own or the list ends. */
function useLookingOn(list: List, found: number, only: Only | undefined) {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list
  const [wanted, setWanted] = useState(PAGE)
  const isLooking = only !== undefined && hasNextPage && !isFetchNextPageError && found < wanted
  // A page that comes at once is never seen on its way, but it is one more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page asks for the next.
  useEffect(() => {
    if (isLooking && !isFetchingNextPage) void fetchNextPage()
  }, [isLooking, isFetchingNextPage, fetchNextPage, data])
  return {
    isLooking,
    more() {
      setWanted(found + PAGE)
      void fetchNextPage()
    },
  }
}
