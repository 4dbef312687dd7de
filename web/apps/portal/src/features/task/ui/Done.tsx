import { isProblem, type PortalTask } from '@sild/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import button from '../../../shell/button.module.css'
import { whenWords } from '../../../shell/dates.ts'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import { Banner } from '../../../shell/State.tsx'
import { useCurrent } from '../../../shell/session.tsx'
import { useToast } from '../../../shell/Toast.tsx'
import { finish, reopen, type TaskScope, taskQuery } from '../api/task.ts'
import { changeTask, listsAreOld, withState } from '../model/cache.ts'
import styles from './Done.module.css'

interface Props {
  scope: TaskScope
  task: PortalTask
}

function useReopen(scope: TaskScope) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => reopen(scope),
    onSuccess: (state) => {
      changeTask(queries, scope, (task) => withState(task, state))
      listsAreOld(queries, scope)
    },
    onError: () => void queries.invalidateQueries({ queryKey: taskQuery(scope).queryKey }),
  })
}

/** The button that is always in reach while the task is open; doing it can be undone. */
export function DoneBar({ scope }: Props) {
  const queries = useQueryClient()
  const show = useToast()
  const undo = useReopen(scope)
  const done = useMutation({
    mutationFn: () => finish(scope),
    onSuccess: (state) => {
      changeTask(queries, scope, (task) => withState(task, state))
      listsAreOld(queries, scope)
      show({
        text: t('done.toast'),
        ...(state.state === 'done' ? { undo: () => undo.mutate() } : {}),
      })
    },
    onError: (error) => {
      // The accountant was faster: what is shown is old.
      if (isProblem(error, 'task_completed') || isProblem(error, 'not_found')) {
        void queries.invalidateQueries({ queryKey: taskQuery(scope).queryKey })
      }
    },
  })
  return (
    <div class={styles.bar}>
      <div class={styles.inner}>
        {done.isError && (
          <p class={styles.error} role="alert">
            {t('done.failed')}
          </p>
        )}
        <button
          class={`${button.main} ${styles.button}`}
          type="button"
          disabled={done.isPending}
          onClick={() => done.mutate()}
        >
          <Icon name="check" />
          {t('done.mark')}
        </button>
      </div>
    </div>
  )
}

/** Who said that it is done and when; until the accountant completes it, it can be opened again. */
export function DoneBanner({ scope, task }: Props) {
  const { session, branding } = useCurrent()
  const again = useReopen(scope)
  if (task.state === 'completed') {
    return (
      <Banner kind="success" icon="check">
        {task.completed_at === null
          ? t('done.completed', { office: branding.office_name })
          : t('done.completedAt', {
              office: branding.office_name,
              when: whenWords(task.completed_at, session.today),
            })}
      </Banner>
    )
  }
  if (task.state !== 'done') return null
  return (
    <Banner
      kind="success"
      icon="check"
      action={
        <button class={button.second} type="button" disabled={again.isPending} onClick={() => again.mutate()}>
          <Icon name="undo" size={18} />
          {t('done.reopen')}
        </button>
      }
    >
      {task.done
        ? t('done.by', { name: task.done.by, when: whenWords(task.done.at, session.today) })
        : t('done.done')}
      {again.isError && <p role="alert">{t('done.reopenFailed')}</p>}
    </Banner>
  )
}
