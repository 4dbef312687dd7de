import type { PortalTask } from '@sild/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import { Section } from '../../../shell/thread/Section.tsx'
import { type TaskScope, tick } from '../api/task.ts'
import { changeRow, changeTask, withTick } from '../model/cache.ts'
import styles from './Checklist.module.css'

interface Props {
  scope: TaskScope
  task: PortalTask
  isLocked: boolean
}

/** The checklist; the client ticks it only where the accountant allows it (S37). */
export function Checklist({ scope, task, isLocked }: Props) {
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: ({ item, isDone }: { item: string; isDone: boolean }) => tick(scope, item, isDone),
    onMutate: ({ item, isDone }) => changeTask(queries, scope, (known) => withTick(known, item, isDone)),
    onSuccess: (answered) => {
      changeTask(queries, scope, (known) => ({
        ...known,
        checklist: answered.checklist,
        checklist_done: answered.checklist_done,
      }))
      changeRow(queries, scope, { checklist_done: answered.checklist_done })
    },
    onError: (_, { item, isDone }) => changeTask(queries, scope, (known) => withTick(known, item, !isDone)),
  })
  const mayTick = task.client_may_tick && !isLocked
  return (
    <Section
      title={t('checklist.title')}
      beside={t('checklist.progress', { done: task.checklist_done, total: task.checklist_total })}
    >
      <ul class={styles.list}>
        {task.checklist.map((item) => (
          <li key={item.id}>
            {mayTick ? (
              <label class={styles.item}>
                <input
                  class={styles.box}
                  type="checkbox"
                  checked={item.is_done}
                  onChange={(event) => change.mutate({ item: item.id, isDone: event.currentTarget.checked })}
                />
                <span class={item.is_done ? styles.done : ''}>{item.text}</span>
              </label>
            ) : (
              <span class={styles.item}>
                <span class={styles.mark}>
                  <Icon name={item.is_done ? 'check' : 'minus'} size={16} />
                </span>
                <span class={item.is_done ? styles.done : ''}>
                  {item.text}
                  <span class="visually-hidden">
                    {' '}
                    {item.is_done ? t('checklist.isDone') : t('checklist.isOpen')}
                  </span>
                </span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {change.isError && (
        <p class={styles.error} role="alert">
          {t('checklist.failed')}
        </p>
      )}
    </Section>
  )
}
