import type { PortalMessage, PortalTask } from '@sild/api'
import { useState } from 'preact/hooks'
import { initials } from '../../../shell/AccountMenu.tsx'
import { whenWords } from '../../../shell/dates.ts'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import { useCurrent } from '../../../shell/session.tsx'
import type { TaskScope } from '../api/task.ts'
import { type Draft, keepDraft, readDraft } from '../model/draft.ts'
import { Composer } from './Composer.tsx'
import { Section } from './Section.tsx'
import styles from './Thread.module.css'

/** The conversation about the task. What is typed stays in this tab until it is sent. */
export function Thread({ scope, task, isLocked }: { scope: TaskScope; task: PortalTask; isLocked: boolean }) {
  const [draft, setDraft] = useState(() => readDraft(scope.task))
  const change = (next: Draft): void => {
    keepDraft(scope.task, next)
    setDraft(next)
  }
  const reply = (message: PortalMessage): void => {
    change({ ...draft, replyTo: message.id })
    document.getElementById('message')?.focus()
  }
  const find = (id: string | null): PortalMessage | undefined =>
    task.messages.find((message) => message.id === id)
  return (
    <Section title={t('thread.title')}>
      {task.messages.length === 0 && <p class={styles.empty}>{t('thread.empty')}</p>}
      {task.messages.length > 0 && (
        <ul class={styles.thread}>
          {task.messages.map((message) => (
            <Message
              key={message.id}
              message={message}
              answered={find(message.reply_to)}
              files={task.files.filter((file) => message.file_ids.includes(file.id)).map((file) => file.name)}
              reply={isLocked || message.author.kind === 'system' ? null : () => reply(message)}
            />
          ))}
        </ul>
      )}
      {!isLocked && <Composer scope={scope} draft={draft} change={change} answered={find(draft.replyTo)} />}
    </Section>
  )
}

function Message({
  message,
  answered,
  files,
  reply,
}: {
  message: PortalMessage
  answered: PortalMessage | undefined
  files: string[]
  reply: (() => void) | null
}) {
  const { session } = useCurrent()
  const { author } = message
  const name = author.is_me ? t('thread.you') : author.name
  return (
    <li class={`${styles.message} ${author.is_me ? styles.mine : ''}`}>
      {!author.is_me && (
        <span class={styles.avatar} aria-hidden="true">
          {initials(author.name)}
        </span>
      )}
      <div class={styles.body}>
        <p class={styles.who}>
          <span class={styles.name}>{name}</span> <span>{whenWords(message.at, session.today)}</span>
        </p>
        <div class={styles.bubble}>
          {answered && (
            <p class={styles.quote}>
              <span class="visually-hidden">{t('thread.answers')}</span> {answered.text}
            </p>
          )}
          <p class={styles.text}>{message.text}</p>
          {files.map((file) => (
            <p key={file} class={styles.attached}>
              <Icon name="clip" size={16} />
              {file}
            </p>
          ))}
        </div>
        {reply && !author.is_me && (
          <button class={styles.reply} type="button" onClick={reply}>
            <Icon name="reply" size={16} />
            {t('thread.reply')}{' '}
            <span class="visually-hidden">{t('thread.replyTo', { name: author.name })}</span>
          </button>
        )}
      </div>
    </li>
  )
}
