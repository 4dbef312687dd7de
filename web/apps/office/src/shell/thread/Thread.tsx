import type { OfficeFile, OfficeMessage } from '@sild/api'
import { clsx } from 'clsx'
import { CornerUpLeft, Eye, Lock, MessageSquare } from 'lucide-react'
import { useMemo } from 'react'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { momentWords } from '../dates'
import { formatDate, formatTime, t } from '../i18n'
import { FileChip } from './FileChip'
import type { Channel, Subject } from './subject'
import styles from './Thread.module.css'

/** What was said, oldest first. What only the office reads is tinted and locked, so that it is never taken for the rest. */
export function Thread({
  subject,
  channel,
  onReply,
}: {
  subject: Subject
  channel: Channel
  /** Answers a message of the client; null where nothing can be written. */
  onReply: ((message: string) => void) | null
}) {
  const messages = useMemo(
    () => [...subject.messages].sort((a, b) => a.at.localeCompare(b.at)),
    [subject.messages],
  )
  if (messages.length === 0) {
    return (
      <div className={styles.empty}>
        <MessageSquare size={18} aria-hidden="true" />
        <p>{t('thread.empty')}</p>
      </div>
    )
  }
  return (
    <ol className={styles.thread}>
      {messages.map((message) =>
        message.author.kind === 'system' ? (
          <li key={message.id} className={styles.system}>
            <span>{message.text}</span>
            <time dateTime={message.at}>{momentWords(message.at)}</time>
          </li>
        ) : (
          <li key={message.id} id={message.id}>
            <MessageCard
              client={subject.client.name}
              channel={channel}
              message={message}
              repliedTo={messages.find(({ id }) => id === message.reply_to) ?? null}
              files={subject.files.filter(({ id }) => message.file_ids.includes(id))}
              onReply={onReply}
            />
          </li>
        ),
      )}
    </ol>
  )
}

type MessageCardProps = {
  client: string
  channel: Channel
  message: OfficeMessage
  repliedTo: OfficeMessage | null
  files: OfficeFile[]
  onReply: ((message: string) => void) | null
}

function MessageCard({ client, channel, message, repliedTo, files, onReply }: MessageCardProps) {
  const isInternal = message.visibility === 'internal'
  const isFromClient = message.author.kind === 'contact'
  return (
    <article
      className={clsx(styles.message, isInternal && styles.internal, isFromClient && styles.fromClient)}
      aria-label={t(isInternal ? 'thread.internalBy' : 'thread.portalBy', { name: message.author.name })}
    >
      <Avatar name={message.author.name} isClient={isFromClient} />
      <div className={styles.content}>
        <header className={styles.head}>
          <span className={styles.author}>{message.author.is_me ? t('thread.me') : message.author.name}</span>
          <time
            dateTime={message.at}
            title={t('time.dateAndTime', {
              date: formatDate(message.at, 'long'),
              time: formatTime(message.at),
            })}
            className={styles.at}
          >
            {momentWords(message.at)}
          </time>
          <span className={styles.audience}>
            {isInternal ? <Lock size={12} aria-hidden="true" /> : <Eye size={12} aria-hidden="true" />}
            {isInternal
              ? t('thread.onlyOffice')
              : isFromClient
                ? t('thread.fromClient', { client })
                : t('thread.clientSees')}
          </span>
        </header>
        {repliedTo ? (
          <a className={styles.quote} href={`#${repliedTo.id}`}>
            <span className={styles.quoteName}>{repliedTo.author.name}</span>
            <span className={styles.quoteText}>{repliedTo.text}</span>
          </a>
        ) : null}
        <p className={styles.text}>{message.text}</p>
        {files.length > 0 ? (
          <ul className={styles.files}>
            {files.map((file) => (
              <li key={file.id}>
                <FileChip channel={channel} file={file} />
              </li>
            ))}
          </ul>
        ) : null}
        {isFromClient && onReply !== null ? (
          <div>
            <Button
              size="small"
              variant="quiet"
              onPress={() => onReply(message.id)}
              aria-label={t('thread.replyTo', { name: message.author.name })}
            >
              <CornerUpLeft size={14} aria-hidden="true" />
              {t('thread.reply')}
            </Button>
          </div>
        ) : null}
      </div>
    </article>
  )
}
