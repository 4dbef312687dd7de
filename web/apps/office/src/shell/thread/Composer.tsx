import { clsx } from 'clsx'
import { CornerUpLeft, Eye, Lock, Paperclip, Send, X } from 'lucide-react'
import { type Dispatch, useEffect, useId } from 'react'
import { Button, IconButton } from '../../ui/Button'
import { Segmented } from '../../ui/Choice'
import { FileButton } from '../../ui/FileButton'
import { Notice } from '../../ui/Notice'
import { formatList, t } from '../i18n'
import styles from './Composer.module.css'
import { type ComposerEvent, type ComposerState, saveDraft } from './composer'
import { OutwardQuestion } from './OutwardQuestion'
import type { useOutgoing } from './outgoing'
import type { Subject } from './subject'
import { UploadRow, UploadTotal } from './UploadRow'
import type { Upload } from './uploads'

/** The longest message that the server accepts. */
const MESSAGE_LIMIT = 10_000

type ComposerProps = {
  subject: Subject
  state: ComposerState
  send: Dispatch<ComposerEvent>
  outgoing: ReturnType<typeof useOutgoing>
}

/**
 * Writes into the thread: internally unless the person chooses the client. Files are sent with the message, so
 * that they get its visibility and no other; until all of it is there, nothing of it can be changed.
 */
export function Composer({ subject, state, send, outgoing }: ComposerProps) {
  const { draft, pending } = state
  const { files, uploads, isSending, failure } = outgoing
  const audienceId = useId()
  const isOutward = draft.mode === 'portal'
  const isReachable = subject.unreachable === null
  const names = subject.readers
  const repliedTo = subject.messages.find(({ id }) => id === draft.replyTo) ?? null
  const isEmpty = draft.text.trim() === ''

  useEffect(() => saveDraft(subject.id, draft), [subject.id, draft])

  const maySend = !isEmpty && (isReachable || !isOutward)
  const submit = () => {
    if (maySend) void outgoing.send(draft)
  }

  return (
    <form
      className={clsx(styles.composer, isOutward ? styles.outward : styles.internal)}
      aria-label={t('composer.label')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={styles.head}>
        <Segmented
          label={t('composer.mode')}
          value={draft.mode}
          isDisabled={isSending}
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
        readOnly={isSending}
        rows={3}
        onChange={(event) => send({ type: 'write', text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        }}
      />
      <UploadTotal uploads={files} />
      {files.length > 0 ? (
        <ul className={styles.files} aria-label={t('composer.files')}>
          {files.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              note={noteOf(upload, draft.mode)}
              onRetry={maySend ? submit : null}
              onRemove={() => uploads.remove(upload.key)}
            />
          ))}
        </ul>
      ) : null}
      {isOutward && !isReachable ? <Notice tone="warn">{subject.unreachable}</Notice> : null}
      {failure ? <Notice tone="bad">{failure}</Notice> : null}
      <div className={styles.foot}>
        <FileButton label={t('composer.attach')} onFiles={uploads.hold}>
          <Paperclip size={16} aria-hidden="true" />
        </FileButton>
        <span className={styles.keys}>{t('composer.keys')}</span>
        <Button
          type="submit"
          variant={isOutward ? 'primary' : 'secondary'}
          isPending={isSending}
          isDisabled={!maySend}
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

/** What was sent for other eyes than the message stays among the files, and does not go with it. */
function noteOf({ stored }: Upload, mode: ComposerState['draft']['mode']): string | null {
  if (stored === null || stored.visibility === mode) return null
  return t(stored.visibility === 'internal' ? 'composer.staysInternal' : 'composer.isWithClient')
}
