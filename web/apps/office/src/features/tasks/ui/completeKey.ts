import type { TaskSummary } from '@sild/api'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { useSingleKey } from '../../../ui/singleKeys'
import { showToast } from '../../../ui/Toasts'
import { commands, useCompleteListed, useTaskCommand } from '../api/tasks'

/** Lets e complete the task whose row has the focus, with a way back; the focus goes to the row that takes its place. */
export function useCompleteKey(tasks: readonly TaskSummary[]): void {
  const complete = useCompleteListed()
  const command = useTaskCommand()
  const fail = (error: unknown) => showToast({ text: sentenceOf(error), tone: 'bad' })
  useSingleKey('e', () => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row
    const at = tasks.findIndex(({ id }) => id === focused)
    const task = tasks[at]
    if (!task || task.state === 'completed') return false
    const next = tasks[at + 1] ?? tasks[at - 1]
    if (next) document.querySelector<HTMLElement>(`[data-row="${next.id}"]`)?.focus()
    complete.mutate(task, { onError: fail })
    showToast({
      text: t('tasks.completedToast', { title: task.title }),
      action: {
        label: t('actions.undo'),
        run: () => command.mutate(() => commands.reopen(task.id), { onError: fail }),
      },
    })
    return true
  })
}
