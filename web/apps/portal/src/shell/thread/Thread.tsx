import type { PortalMessage } from '@sild/api'
import { initials } from '../AccountMenu.tsx'
import { whenWords } from '../dates.ts'
import { useDraft } from '../draft.ts'
import { Icon } from '../Icon.tsx'
import { t } from '../i18n.ts'
import { useCurrent } from '../session.tsx'
import { Composer } from './Composer.tsx'
import { noDraft } from './draft.ts'
import { Section } from './Section.tsx'
import type { Conversation, Subject } from './subject.ts'
import styles from './Thread.module.css'

/** The conversation about a task or request. What is typed stays in this browser until it is sent. */
export function Thread({
  subject,
  conversation,
  isLocked,
  empty,
}: {
  subject: Subject
  conversation: Conversation
  isLocked: boolean
  /** What stands there before anybody has written. */
  empty: string
}) {
  const { messages, files } = conversation
  const [draft, change] = useDraft(subject.id, noDraft)
  const reply = (message: PortalMessage): void => {
    change({ ...draft, replyTo: message.id })
    document.getElementById('message')?.focus()
  }
  const find = (id: string | null): PortalMessage | undefined => messages.find((message) => message.id === id)
  return (
    <Section title={t('thread.title')}>
      {messages.length === 0 && <p class={styles.empty}>{empty}</p>}
      {messages.length > 0 && (
        <ul class={styles.thread}>
          {messages.map((message) => (
            <Message
              key={message.id}
              message={message}
              answered={find(message.reply_to)}
              files={files.filter((file) => message.file_ids.includes(file.id)).map((file) => file.name)}
              reply={isLocked || message.author.kind === 'system' ? null : () => reply(message)}
            />
          ))}
        </ul>
      )}
      {isLocked && draft.text !== '' && (
        <div class={styles.unsent}>
          <p class={styles.label}>{t('thread.unsent')}</p>
          <p class={styles.text}>{draft.text}</p>
        </div>
      )}
      {!isLocked && (
        <Composer subject={subject} draft={draft} change={change} answered={find(draft.replyTo)} />
      )}
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
