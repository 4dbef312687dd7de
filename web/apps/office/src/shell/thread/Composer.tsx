import { clsx } from 'clsx'
import { CornerUpLeft, Eye, Lock, Paperclip, Send, X } from 'lucide-react'
import { type Dispatch, useEffect, useId, useRef, useState } from 'react'
import { Button, IconButton } from '../../ui/Button'
import { Segmented } from '../../ui/Choice'
import { FileButton } from '../../ui/FileButton'
import { Notice } from '../../ui/Notice'
import { newKey } from '../api'
import { sizeWords } from '../dates'
import { formatList, t } from '../i18n'
import { sentenceOf } from '../problems'
import styles from './Composer.module.css'
import { type ComposerEvent, type ComposerState, saveDraft } from './composer'
import { sendFile } from './files'
import { OutwardQuestion } from './OutwardQuestion'
import type { Channel, Subject } from './subject'
import { refusalOf, uploadFailure } from './useUploads'

/** The longest message that the server accepts. */
const MESSAGE_LIMIT = 10_000

type ComposerProps = {
  subject: Subject
  channel: Channel
  state: ComposerState
  send: Dispatch<ComposerEvent>
  files: File[]
  onFiles: (files: File[]) => void
}

/**
 * Writes into the thread: internally unless the person chooses the client. Files are sent with the message, so
 * that they get its visibility and no other.
 */
export function Composer({ subject, channel, state, send, files, onFiles }: ComposerProps) {
  const { draft, pending } = state
  const audienceId = useId()
  const key = useRef(newKey())
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const isOutward = draft.mode === 'portal'
  const isReachable = subject.unreachable === null
  const names = subject.readers
  const repliedTo = subject.messages.find(({ id }) => id === draft.replyTo) ?? null
  const isEmpty = draft.text.trim() === ''

  useEffect(() => saveDraft(subject.id, draft), [subject.id, draft])

  const attach = (chosen: File[]) => {
    const refused = chosen.flatMap((file) => refusalOf(file) ?? [])
    setFailure(refused.length > 0 ? refused.join(' ') : null)
    onFiles([...files, ...chosen.filter((file) => refusalOf(file) === null)])
  }
  const submit = async () => {
    if (isEmpty || isSending || (isOutward && !isReachable)) return
    setSending(true)
    setFailure(null)
    try {
      const sent = await Promise.all(files.map((file) => sendFile(channel, file, draft.mode)))
      const message = await channel.post(
        {
          visibility: draft.mode,
          text: draft.text.trim(),
          file_ids: sent.map(({ id }) => id),
          reply_to: draft.replyTo,
        },
        key.current,
      )
      channel.keepMessage(message)
      key.current = newKey()
      onFiles([])
      send({ type: 'sent' })
    } catch (error) {
      setFailure(
        error instanceof Error && error.name === 'UploadRefused' ? uploadFailure(error) : sentenceOf(error),
      )
    } finally {
      setSending(false)
    }
  }

  return (
    <form
      className={clsx(styles.composer, isOutward ? styles.outward : styles.internal)}
      aria-label={t('composer.label')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className={styles.head}>
        <Segmented
          label={t('composer.mode')}
          value={draft.mode}
          onChange={(mode) => send({ type: 'mode', mode, hasFiles: files.length > 0 })}
          options={[
            {
              value: 'internal',
              label: (
                <>
                  <Lock size={13} aria-hidden="true" />
                  {t('composer.internal')}
                </>
              ),
            },
            {
              value: 'portal',
              label: (
                <>
                  <Eye size={13} aria-hidden="true" />
                  {t('composer.toClient')}
                </>
              ),
            },
          ]}
        />
        <p className={styles.audience} id={audienceId}>
          {isOutward ? <Eye size={14} aria-hidden="true" /> : <Lock size={14} aria-hidden="true" />}
          {isOutward
            ? names.length > 0
              ? t('composer.visibleTo', { names: formatList(names) })
              : t('composer.visibleToClient', { client: subject.client.name })
            : t('composer.onlyOffice')}
        </p>
      </div>
      {repliedTo ? (
        <p className={styles.reply}>
          <CornerUpLeft size={14} aria-hidden="true" />
          <span className={styles.replyText}>
            {t('composer.replyingTo', { name: repliedTo.author.name, text: repliedTo.text })}
          </span>
          <IconButton
            size="small"
            label={t('composer.dropReply')}
            onPress={() => send({ type: 'dropReply' })}
          >
            <X size={14} aria-hidden="true" />
          </IconButton>
        </p>
      ) : null}
      <textarea
        id="composer-text"
        className={styles.text}
        aria-label={isOutward ? t('composer.textToClient') : t('composer.textInternal')}
        aria-describedby={audienceId}
        placeholder={isOutward ? t('composer.placeholderToClient') : t('composer.placeholderInternal')}
        value={draft.text}
        maxLength={MESSAGE_LIMIT}
        rows={3}
        onChange={(event) => send({ type: 'write', text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
        }}
      />
      {files.length > 0 ? (
        <ul className={styles.files}>
          {files.map((file, index) => (
            <li key={`${file.name}-${file.size}-${file.lastModified}`} className={styles.file}>
              <Paperclip size={13} aria-hidden="true" />
              <span>{file.name}</span>
              <span className={styles.size}>{sizeWords(file.size)}</span>
              <IconButton
                size="small"
                label={t('composer.removeFile', { name: file.name })}
                onPress={() => onFiles(files.filter((_, at) => at !== index))}
              >
                <X size={13} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      {isOutward && !isReachable ? <Notice tone="warn">{subject.unreachable}</Notice> : null}
      {failure ? <Notice tone="bad">{failure}</Notice> : null}
      <div className={styles.foot}>
        <FileButton label={t('composer.attach')} onFiles={attach}>
          <Paperclip size={16} aria-hidden="true" />
        </FileButton>
        <span className={styles.keys}>{t('composer.keys')}</span>
        <Button
          type="submit"
          variant={isOutward ? 'primary' : 'secondary'}
          isPending={isSending}
          isDisabled={isEmpty || (isOutward && !isReachable)}
        >
          {isOutward ? <Send size={15} aria-hidden="true" /> : <Lock size={14} aria-hidden="true" />}
          {isOutward ? t('composer.sendToClient') : t('composer.saveInternal')}
        </Button>
      </div>
      <OutwardQuestion
        isOpen={pending !== null}
        text={draft.text}
        names={names.length > 0 ? formatList(names) : subject.client.name}
        onKeep={() => send({ type: 'keep' })}
        onConfirm={() => send({ type: 'confirm' })}
      />
    </form>
  )
}
