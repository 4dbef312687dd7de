import type { Task } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { CircleCheck, Clock, Lock, Send, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { isProblem } from '../../../shell/api'
import { momentWords } from '../../../shell/dates'
import { formatTime, t } from '../../../shell/i18n'
import { useNow } from '../../../shell/now'
import { sentenceOf } from '../../../shell/problems'
import { toldWords } from '../../../shell/toldWords'
import { Avatar } from '../../../ui/Avatar'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Card } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { showToast } from '../../../ui/Toasts'
import { assignTask, commands, useTaskCommand } from '../api/tasks'
import { clockWords, type PortalPhase, portalPhase } from '../model/portalPhase'
import styles from './PortalPanel.module.css'

/** Where the task stands with the client: who sees it, who was told and when, and the way to give it or take it back. */
export function PortalPanel({ task }: { task: Task }) {
  const isWaiting = task.portal_state === 'assigned' && task.portal.announce_at !== null
  const now = useNow(1000, isWaiting)
  const phase = portalPhase(task, now)
  const command = useTaskCommand()
  const [failure, setFailure] = useState<string | null>(null)
  const [question, setQuestion] = useState<'open' | 'withdraw' | null>(null)
  const isOpen = task.state === 'open'

  const fail = (error: unknown) => {
    if (isProblem(error, 'portal_closed')) setQuestion('open')
    else setFailure(sentenceOf(error))
  }
  const withdraw = () => {
    setFailure(null)
    setQuestion(null)
    command.mutate(() => commands.withdraw(task.id), { onError: fail })
  }
  const assign = (isOpeningPortal = false) => {
    setFailure(null)
    setQuestion(null)
    command.mutate(() => assignTask(task, isOpeningPortal), {
      onSuccess: () =>
        showToast({
          text: t('portalPanel.assignedToast', { client: task.client.name }),
          action: { label: t('actions.undo'), run: withdraw },
        }),
      onError: fail,
    })
  }

  return (
    <Card title={t('portalPanel.title')}>
      <div className={styles.panel}>
        <Standing task={task} phase={phase} />
        {failure ? (
          <Notice tone="bad">
            {failure}{' '}
            {isInactive(command.error) ? (
              <Link to="/settings/portal">{t('portalPanel.toSettings')}</Link>
            ) : null}
          </Notice>
        ) : null}
        {isOpen ? (
          <Actions
            phase={phase}
            isPending={command.isPending}
            onAssign={() => assign()}
            onOpenAndAssign={() => assign(true)}
            onUndo={withdraw}
            onTellNow={() => {
              setFailure(null)
              command.mutate(() => commands.announce(task.id), {
                onSuccess: (told) => showToast({ text: toldWords(told) }),
                onError: fail,
              })
            }}
            onWithdraw={() => setQuestion('withdraw')}
          />
        ) : null}
        <Recipients task={task} />
      </div>
      {question === 'open' ? (
        <Dialog
          title={t('portalPanel.openTitle')}
          closeLabel={t('actions.close')}
          isOpen
          isAlert
          onClose={() => setQuestion(null)}
        >
          <DialogBody>
            <p>{t('portalPanel.openText', { client: task.client.name })}</p>
          </DialogBody>
          <DialogFoot>
            <Button onPress={() => setQuestion(null)}>{t('actions.cancel')}</Button>
            <Button variant="primary" onPress={() => assign(true)}>
              {t('portalPanel.openAndAssign')}
            </Button>
          </DialogFoot>
        </Dialog>
      ) : null}
      {question === 'withdraw' ? (
        <Dialog
          title={t('portalPanel.withdrawTitle')}
          closeLabel={t('actions.close')}
          isOpen
          isAlert
          onClose={() => setQuestion(null)}
        >
          <DialogBody>
            <p>{t('portalPanel.withdrawText')}</p>
          </DialogBody>
          <DialogFoot>
            <Button onPress={() => setQuestion(null)}>{t('portalPanel.keep')}</Button>
            <Button variant="dangerSolid" onPress={withdraw}>
              {t('portalPanel.withdraw')}
            </Button>
          </DialogFoot>
        </Dialog>
      ) : null}
    </Card>
  )
}

function isInactive(error: unknown): boolean {
  return isProblem(error, 'portal_inactive')
}

function Standing({ task, phase }: { task: Task; phase: PortalPhase }) {
  return (
    <>
      {phase.phase === 'closed' ? (
        <p className={styles.line}>
          <Lock size={15} aria-hidden="true" />
          {t('portalPanel.closed', { client: task.client.name })}
        </p>
      ) : null}
      {phase.phase === 'notAssigned' ? (
        <p className={styles.line}>
          <Lock size={15} aria-hidden="true" />
          {phase.wasWithdrawn ? t('portalPanel.withdrawn') : t('portalPanel.notAssigned')}
        </p>
      ) : null}
      {phase.phase === 'waiting' ? <Waiting phase={phase} /> : null}
      {phase.phase === 'announced' ? (
        <p className={styles.line}>
          <Send size={15} aria-hidden="true" />
          {t('portalPanel.announcedAt', { at: momentWords(phase.announcedAt) })}
        </p>
      ) : null}
      {phase.phase === 'assigned' ? (
        <p className={styles.line}>
          <Send size={15} aria-hidden="true" />
          {task.portal.assigned_at === null
            ? t('portalPanel.visible')
            : t('portalPanel.visibleSince', { at: momentWords(task.portal.assigned_at) })}
        </p>
      ) : null}
      {task.done ? (
        <p className={styles.done}>
          <CircleCheck size={15} aria-hidden="true" />
          {t('task.doneByClient', { name: task.done.by, at: momentWords(task.done.at) })}
        </p>
      ) : null}
    </>
  )
}

function Waiting({ phase }: { phase: PortalPhase & { phase: 'waiting' } }) {
  if (phase.secondsLeft === 0) {
    return (
      <div className={styles.waiting}>
        <p className={styles.waitingTitle}>{t('portalPanel.sending')}</p>
      </div>
    )
  }
  return (
    <div className={styles.waiting}>
      <p className={styles.waitingTitle}>{t('portalPanel.toldAt', { at: formatTime(phase.announceAt) })}</p>
      <p className={styles.waitingText}>{t('portalPanel.untilThen')}</p>
      {/* Not announced every second: the time above says it once. */}
      <p className={styles.clock} role="timer" aria-live="off" aria-label={t('portalPanel.timeLeft')}>
        <Clock size={14} aria-hidden="true" />
        {clockWords(phase.secondsLeft)}
      </p>
    </div>
  )
}

type ActionsProps = {
  phase: PortalPhase
  isPending: boolean
  onAssign: () => void
  onOpenAndAssign: () => void
  onUndo: () => void
  onTellNow: () => void
  onWithdraw: () => void
}

function Actions({
  phase,
  isPending,
  onAssign,
  onOpenAndAssign,
  onUndo,
  onTellNow,
  onWithdraw,
}: ActionsProps) {
  switch (phase.phase) {
    case 'closed':
      return (
        <Button isWide isPending={isPending} onPress={onOpenAndAssign}>
          {t('portalPanel.openAndAssign')}
        </Button>
      )
    case 'notAssigned':
      return (
        <Button variant="primary" isWide isPending={isPending} onPress={onAssign}>
          {phase.wasWithdrawn ? t('portalPanel.assignAgain') : t('portalPanel.assign')}
        </Button>
      )
    case 'waiting':
      return (
        <>
          <Button isWide isPending={isPending} onPress={onUndo}>
            <Undo2 size={15} aria-hidden="true" />
            {t('portalPanel.undo')}
          </Button>
          <Button variant="quiet" isWide isPending={isPending} onPress={onTellNow}>
            <Send size={15} aria-hidden="true" />
            {t('portalPanel.tellNow')}
          </Button>
        </>
      )
    case 'announced':
    case 'assigned':
      return (
        <Button isWide isPending={isPending} onPress={onWithdraw}>
          {t('portalPanel.withdraw')}
        </Button>
      )
  }
}

function Recipients({ task }: { task: Task }) {
  const { recipients } = task.portal
  const isSeen = task.portal_state === 'assigned'
  if (recipients.every(({ has_access }) => !has_access)) {
    return (
      <Notice tone="warn">
        {t('portalPanel.noRecipients', { client: task.client.name })}{' '}
        <Link to="/clients/$client" params={{ client: task.client.id }}>
          {t('portalPanel.toClient')}
        </Link>
      </Notice>
    )
  }
  return (
    <div>
      <h3 className={styles.label}>{isSeen ? t('portalPanel.seenBy') : t('portalPanel.willSee')}</h3>
      <ul className={styles.people}>
        {recipients.map((person) => (
          <li key={person.id} className={styles.person}>
            <Avatar name={person.name} size="small" isClient={person.has_access} />
            <span className={styles.name}>{person.name}</span>
            {person.has_access ? null : <span className={styles.without}>{t('portalPanel.noAccess')}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
