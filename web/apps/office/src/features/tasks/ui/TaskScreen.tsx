import type { Task } from '@sild/api'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, RotateCcw } from 'lucide-react'
import { useEffect, useReducer, useState } from 'react'
import { momentWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { KeyButton } from '../../../shell/KeyButton'
import { QueryView } from '../../../shell/QueryView'
import { keys } from '../../../shell/query'
import { answerClient, useScreenKeys } from '../../../shell/screenKeys'
import { Composer } from '../../../shell/thread/Composer'
import { compose, loadDraft } from '../../../shell/thread/composer'
import { FilesCard } from '../../../shell/thread/FilesCard'
import { useOutgoing } from '../../../shell/thread/outgoing'
import { Thread } from '../../../shell/thread/Thread'
import { useReplying } from '../../../shell/thread/useReplying'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { Card, Page, PageHead } from '../../../ui/Layout'
import { Skeleton } from '../../../ui/States'
import { showToast } from '../../../ui/Toasts'
import { markSeen, useSettleTask, useTask, useTaskChannel } from '../api/tasks'
import { recipientNames } from '../model/portalPhase'
import { type EditScope, EditScopeContext } from '../model/scope'
import { Checklist } from './Checklist'
import { Description } from './Description'
import { DigitisationNote } from './DigitisationNote'
import { DigitiseAction } from './DigitiseAction'
import { PortalPanel } from './PortalPanel'
import { RemindersCard } from './RemindersCard'
import { ScopeBar } from './ScopeBar'
import { openAssignee, TaskFacts } from './TaskFacts'
import styles from './TaskScreen.module.css'
import { TaskTitle } from './TaskTitle'

/** One task: what it is, what was said, and where it stands with the client. */
export function TaskScreen({ id, isReplying }: { id: string; isReplying: boolean }) {
  const task = useTask(id)
  if (task.data) return <TaskView key={id} task={task.data} isReplying={isReplying} />
  return (
    <Page width="wide">
      <PageHead
        title={t('task.one')}
        above={
          <Link to="/tasks" activeOptions={{ exact: true }}>
            {t('tasks.heading')}
          </Link>
        }
      />
      <QueryView
        query={task}
        errorTitle={t('task.loadFailed')}
        skeleton={<Skeleton label={t('states.loading')} rows={6} isForm />}
      >
        {() => null}
      </QueryView>
    </Page>
  )
}

function TaskView({ task, isReplying }: { task: Task; isReplying: boolean }) {
  const [isEditingTitle, setEditingTitle] = useState(false)
  const [scope, setScope] = useState<EditScope>('one')
  useSeen(task)
  const [composer, send] = useReducer(compose, task.id, (id) => ({ draft: loadDraft(id), pending: null }))
  const channel = useTaskChannel(task.id)
  const outgoing = useOutgoing(task.id, channel, send)
  const subject = {
    ...task,
    readers: recipientNames(task),
    unreachable: task.portal_state === 'assigned' ? null : t('composer.notAssigned'),
  }
  const reply = (message: string) => {
    send({ type: 'reply', message, hasFiles: outgoing.files.length > 0 })
    setTimeout(() => document.getElementById('composer-text')?.focus())
  }
  useReplying(isReplying, subject.messages, send)
  const settle = useSettle(task)
  useScreenKeys({
    on: 'task',
    id: task.id,
    onReply: () => answerClient(subject, composer.draft, send, outgoing.files.length > 0),
    onSettle: settle,
    onAssign: task.state === 'open' ? openAssignee : undefined,
  })

  return (
    <EditScopeContext value={task.series_id === null ? 'one' : scope}>
      <Page width="wide">
        {isEditingTitle ? (
          <TaskTitle task={task} onDone={() => setEditingTitle(false)} />
        ) : (
          <PageHead
            title={task.title}
            above={
              <>
                <Link to="/tasks" activeOptions={{ exact: true }}>
                  {t('tasks.heading')}
                </Link>
                <span aria-hidden="true">/</span>
                <Link to="/clients/$client" params={{ client: task.client.id }}>
                  {task.client.name}
                </Link>
              </>
            }
            below={<TaskState task={task} />}
            actions={
              <>
                {task.state === 'open' ? (
                  <Button variant="quiet" onPress={() => setEditingTitle(true)}>
                    {t('task.rename')}
                  </Button>
                ) : null}
                <CompleteButton task={task} onSettle={settle} />
              </>
            }
          />
        )}
        <ScopeBar task={task} scope={scope} onScope={setScope} />
        <div className={styles.columns}>
          <div className={styles.main}>
            <Card>
              <Description task={task} />
              <Checklist task={task} />
            </Card>
            <FilesCard
              subject={subject}
              channel={channel}
              actions={<DigitiseAction task={task} />}
              noteOf={(file) => <DigitisationNote file={file} />}
            />
            <Card title={t('thread.title')} note={t('thread.note')} isFlush>
              <Thread subject={subject} channel={channel} onReply={reply} />
              <Composer subject={subject} state={composer} send={send} outgoing={outgoing} />
            </Card>
          </div>
          <aside className={styles.side} aria-label={t('task.aside')}>
            <PortalPanel task={task} />
            {task.is_sample ? null : <RemindersCard task={task} />}
            <TaskFacts task={task} />
          </aside>
        </div>
      </Page>
    </EditScopeContext>
  )
}

function TaskState({ task }: { task: Task }) {
  return (
    <>
      {task.state === 'completed' ? (
        <Badge tone="good" icon={<CircleCheck />}>
          {task.completed
            ? t('task.completedBy', { name: task.completed.by, at: momentWords(task.completed.at) })
            : t('tasks.completed')}
        </Badge>
      ) : (
        <Badge>{t('task.open')}</Badge>
      )}
      {task.done ? (
        <Badge tone="accent" icon={<CircleCheck />}>
          {t('task.doneByClient', { name: task.done.by, at: momentWords(task.done.at) })}
        </Badge>
      ) : null}
      {task.is_sample ? <Badge>{t('tasks.sample')}</Badge> : null}
    </>
  )
}

function CompleteButton({ task, onSettle }: { task: Task; onSettle: () => void }) {
  if (task.state === 'completed') {
    return (
      <KeyButton shortcut="e" onPress={onSettle}>
        <RotateCcw size={15} aria-hidden="true" />
        {t('task.reopen')}
      </KeyButton>
    )
  }
  return (
    <KeyButton shortcut="e" variant="primary" onPress={onSettle}>
      <CircleCheck size={16} aria-hidden="true" />
      {t('task.complete')}
    </KeyButton>
  )
}

/** Completes the task with a way back, or opens it again. */
function useSettle(task: Task): () => void {
  const { mutate } = useSettleTask(task.id)
  return () => {
    const isCompleting = task.state === 'open'
    mutate(isCompleting)
    if (!isCompleting) return
    showToast({
      text: t('task.completedToast'),
      action: { label: t('actions.undo'), run: () => mutate(false) },
    })
  }
}

/** Tells the server that what the client did was looked at: it is news for nobody any more. */
function useSeen({ id, has_client_news: hasNews }: Task): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!hasNews) return
    markSeen(id).then(
      () => queries.invalidateQueries({ queryKey: [...keys.tasks, 'list'] }),
      // It stays new; the next visit says it again.
      () => undefined,
    )
  }, [queries, id, hasNews])
}
