import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'preact/hooks'
import button from '../../../shell/button.module.css'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import styles from '../../../shell/List.module.css'
import { Page } from '../../../shell/Page.tsx'
import { Empty, Failed, Skeleton } from '../../../shell/State.tsx'
import { useCurrent } from '../../../shell/session.tsx'
import { tasksQuery } from '../api/tasks.ts'
import { groupTasks } from '../model/groups.ts'
import { TaskRow } from './TaskRow.tsx'

/** Everything that waits for a company, grouped by when it is due, and what is done folded away. */
export function TaskList({ client }: { client: string }) {
  const { session, branding } = useCurrent()
  const scope = { office: branding.office_id, client }
  const open = useInfiniteQuery(tasksQuery(scope, 'open'))
  const tasks = open.data?.pages.flatMap((page) => page.items)
  return (
    <Page title={t('tasks.title')}>
      {open.isPending && <Skeleton lines={['row', 'row', 'row']} />}
      {open.isError && !tasks && <Failed retry={() => open.refetch()}>{t('tasks.failed')}</Failed>}
      {tasks?.length === 0 && (
        <Empty icon="spark" title={t('tasks.emptyTitle')}>
          <p>{t('tasks.empty', { office: branding.office_name })}</p>
        </Empty>
      )}
      {tasks &&
        groupTasks(tasks, session.today).map((group) => (
          <section key={group.name} class={styles.group}>
            <h2 class={`${styles.heading} ${group.name === 'overdue' ? styles.overdue : ''}`}>
              {t(`tasks.groups.${group.name}`)}
              <span class={styles.count}>{group.tasks.length}</span>
            </h2>
            <ul class={styles.rows}>
              {group.tasks.map((task) => (
                <TaskRow key={task.id} task={task} client={client} today={session.today} />
              ))}
            </ul>
          </section>
        ))}
      {open.hasNextPage && (
        <button
          class={button.second}
          type="button"
          disabled={open.isFetchingNextPage}
          onClick={() => open.fetchNextPage()}
        >
          {t('tasks.more')}
        </button>
      )}
      {tasks && <DoneTasks client={client} />}
    </Page>
  )
}

/** What is done: loaded only when somebody wants to see it. */
function DoneTasks({ client }: { client: string }) {
  const { session, branding } = useCurrent()
  const [isOpen, setOpen] = useState(false)
  const done = useInfiniteQuery({
    ...tasksQuery({ office: branding.office_id, client }, 'done'),
    enabled: isOpen,
  })
  const tasks = done.data?.pages.flatMap((page) => page.items)
  return (
    <section class={styles.group}>
      <h2>
        <button
          class={styles.fold}
          type="button"
          aria-expanded={isOpen}
          aria-controls="done-tasks"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="down" size={18} />
          {t('tasks.done')}
        </button>
      </h2>
      <div id="done-tasks" hidden={!isOpen}>
        {isOpen && done.isPending && <Skeleton lines={['row', 'row']} />}
        {done.isError && !tasks && <Failed retry={() => done.refetch()}>{t('tasks.failed')}</Failed>}
        {tasks?.length === 0 && <p class={styles.quiet}>{t('tasks.doneEmpty')}</p>}
        {tasks && tasks.length > 0 && (
          <ul class={styles.rows}>
            {tasks.map((task) => (
              <TaskRow key={task.id} task={task} client={client} today={session.today} />
            ))}
          </ul>
        )}
        {done.hasNextPage && (
          <button
            class={button.second}
            type="button"
            disabled={done.isFetchingNextPage}
            onClick={() => done.fetchNextPage()}
          >
            {t('tasks.more')}
          </button>
        )}
      </div>
    </section>
  )
}
