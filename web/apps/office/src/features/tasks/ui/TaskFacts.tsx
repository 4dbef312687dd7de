import type { Body, Task } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, t } from '../../../shell/i18n'
import { announceKey } from '../../../shell/KeyButton'
import { MemberSelect } from '../../../shell/MemberSelect'
import { fieldSentences, sentenceOf } from '../../../shell/problems'
import { useSession } from '../../../shell/session'
import { Switch } from '../../../ui/Choice'
import { DateField } from '../../../ui/DateField'
import { Card, Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { useUpdateTask } from '../api/tasks'
import { DueWords } from './DueWords'
import styles from './TaskFacts.module.css'

const ASSIGNEE = 'task-assignee'

/** Opens the choice of who does the task, as its key does. */
export function openAssignee(): void {
  document.getElementById(ASSIGNEE)?.querySelector('button')?.click()
}

/** Who does it, by when, and how it closes. Each change is saved at once. */
export function TaskFacts({ task }: { task: Task }) {
  const { today } = useSession()
  const update = useUpdateTask(task)
  const [failure, setFailure] = useState<string | null>(null)
  const isOpen = task.state === 'open'
  const save = (change: Body<'update_task'>) => {
    setFailure(null)
    update.mutate(change, {
      onError: (error) => setFailure(Object.values(fieldSentences(error))[0] ?? sentenceOf(error)),
    })
  }

  return (
    <Card title={t('task.details')}>
      <Stack>
        <div id={ASSIGNEE} ref={(place) => announceKey(place?.querySelector('button') ?? null, 'a')}>
          <MemberSelect
            label={t('newTask.assignee')}
            value={task.assignee}
            onChange={(assignee_id) => save({ assignee_id })}
            isDisabled={!isOpen}
          />
        </div>
        <div className={styles.due}>
          <DateField
            // A saved or refused date replaces what was typed.
            key={`${task.due}-${task.version}-${failure}`}
            label={t('newTask.due')}
            clearLabel={t('newTask.clearDue')}
            value={task.due}
            onChange={(due) => {
              if (due !== task.due) save({ due })
            }}
            isDisabled={!isOpen}
          />
          {isOpen && task.due !== null ? (
            <DueWords due={task.due} isOverdue={task.is_overdue} today={today} />
          ) : null}
        </div>
        <Switch
          isSelected={task.client_may_tick}
          onChange={(client_may_tick) => save({ client_may_tick })}
          isDisabled={!isOpen}
        >
          {t('task.mayTick')}
        </Switch>
        <Switch
          isSelected={task.auto_complete}
          onChange={(auto_complete) => save({ auto_complete })}
          isDisabled={!isOpen}
          note={t('task.autoCompleteNote')}
        >
          {t('task.autoComplete')}
        </Switch>
        {failure ? <Notice tone="bad">{failure}</Notice> : null}
        <dl className={styles.facts}>
          {task.series_id === null && !task.is_sample ? (
            <div>
              <dt>{t('task.recurrence')}</dt>
              <dd>
                <Link to="/series/new" search={{ client: task.client.id, task: task.id }}>
                  {t('task.repeat')}
                </Link>
              </dd>
            </div>
          ) : null}
          {task.request_id ? (
            <div>
              <dt>{t('requests.one')}</dt>
              <dd>
                <Link to="/requests/$request" params={{ request: task.request_id }}>
                  {t('requests.fromRequest')}
                </Link>
              </dd>
            </div>
          ) : null}
          <div>
            <dt>{t('task.created')}</dt>
            <dd>{formatDate(task.created_at)}</dd>
          </div>
        </dl>
      </Stack>
    </Card>
  )
}
