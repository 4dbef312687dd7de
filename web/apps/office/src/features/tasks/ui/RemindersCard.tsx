import type { Task } from '@sild/api'
import { BellRing } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { momentWords } from '../../../shell/dates'
import { formatDate, formatTime, t } from '../../../shell/i18n'
import { useNow } from '../../../shell/now'
import { useOfficeRule } from '../../../shell/officeSettings'
import { sentenceOf } from '../../../shell/problems'
import { useRemindNow } from '../../../shell/reminders/api'
import { choiceWords } from '../../../shell/reminders/words'
import { Button } from '../../../ui/Button'
import { Card, Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { showToast } from '../../../ui/Toasts'
import { type Reminding, reminding } from '../model/reminding'
import styles from './TaskFacts.module.css'

const ReminderForm = lazy(() => import('./ReminderForm').then((m) => ({ default: m.ReminderForm })))

/** How the client is reminded of the task, what was sent so far, and the way to remind now (S62). */
export function RemindersCard({ task }: { task: Task }) {
  const [isEditing, setEditing] = useState(false)
  const officeRule = useOfficeRule()
  const isOpen = task.state === 'open'
  const { choice, next_on, last_at, count } = task.reminders
  return (
    <Card
      title={t('reminders.title')}
      actions={
        isOpen && !isEditing ? (
          <Button size="small" variant="quiet" onPress={() => setEditing(true)}>
            {t('actions.change')}
          </Button>
        ) : null
      }
    >
      <Stack gap="s">
        {isEditing ? (
          <Suspense fallback={null}>
            <ReminderForm task={task} onDone={() => setEditing(false)} />
          </Suspense>
        ) : (
          <p className={styles.sentence}>{choiceWords(choice, officeRule)}</p>
        )}
        {next_on ? <p className={styles.note}>{t('reminders.next', { date: formatDate(next_on) })}</p> : null}
        {last_at ? (
          <p className={styles.note}>{t('reminders.last', { at: momentWords(last_at), count })}</p>
        ) : null}
        {isOpen && task.portal_state === 'assigned' ? <RemindNow task={task} /> : null}
      </Stack>
    </Card>
  )
}

function RemindNow({ task }: { task: Task }) {
  const now = useNow(20_000)
  const remind = useRemindNow(task.id)
  const state = reminding(task, now)
  return (
    <>
      <Button
        isWide
        isPending={remind.isPending}
        isDisabled={!state.can}
        onPress={() =>
          remind.mutate(undefined, {
            onSuccess: () => showToast({ text: t('reminders.sentToast', { client: task.client.name }) }),
          })
        }
      >
        <BellRing size={15} aria-hidden="true" />
        {t('reminders.now')}
      </Button>
      {state.can ? null : <p className={styles.note}>{whyNot(state)}</p>}
      {remind.error ? <Notice tone="bad">{sentenceOf(remind.error)}</Notice> : null}
    </>
  )
}

function whyNot(state: Exclude<Reminding, { can: true }>): string {
  switch (state.why) {
    case 'recently':
      return t('reminders.againAt', { at: formatTime(state.againAt) })
    case 'not_announced':
      return t('problems.not_announced')
    case 'done':
      return t('problems.task_done')
    case 'not_assigned':
      return t('problems.not_assigned')
    case 'completed':
      return t('problems.task_completed')
  }
}
