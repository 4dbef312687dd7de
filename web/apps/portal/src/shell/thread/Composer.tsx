import { isProblem, newKey, OfflineError, type PortalMessage } from '@sild/api'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'preact/hooks'
import button from '../button.module.css'
import { Icon } from '../Icon.tsx'
import { t } from '../i18n.ts'
import { useCurrent } from '../session.tsx'
import styles from './Composer.module.css'
import type { Draft } from './draft.ts'
import type { Subject } from './subject.ts'

interface Props {
  subject: Subject
  draft: Draft
  change: (draft: Draft) => void
  answered: PortalMessage | undefined
}

/** Writes a message. An error keeps the text, and sending again cannot double it. */
export function Composer({ subject, draft, change, answered }: Props) {
  const { branding } = useCurrent()
  // The same message keeps its key over tries, so a lost answer cannot double it; another one gets another.
  const attempt = useRef({ message: '', key: '' })
  const send = useMutation({
    mutationFn: () => {
      const text = draft.text.trim()
      const message = JSON.stringify([text, draft.replyTo])
      if (attempt.current.message !== message) attempt.current = { message, key: newKey() }
      return subject.post(text, draft.replyTo, attempt.current.key)
    },
    onSuccess: (message) => {
      attempt.current = { message: '', key: '' }
      change({ text: '', replyTo: null })
      subject.keepMessage(message)
    },
    onError: (error) => {
      if (isProblem(error, 'not_found') || isProblem(error, 'request_converted')) subject.refresh()
    },
  })
  return (
    <form
      class={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.text.trim() !== '') send.mutate()
      }}
    >
      {answered && (
        <div class={styles.answering}>
          <Icon name="reply" size={16} />
          <p class={styles.answered}>
            {t('composer.answering', {
              name: answered.author.is_me ? t('thread.you') : answered.author.name,
              text: answered.text,
            })}
          </p>
          <button class={button.icon} type="button" onClick={() => change({ ...draft, replyTo: null })}>
            <Icon name="close" size={18} />
            <span class="visually-hidden">{t('composer.noAnswer')}</span>
          </button>
        </div>
      )}
      <label class="visually-hidden" for="message">
        {t('composer.label')}
      </label>
      <textarea
        class={styles.field}
        id="message"
        rows={3}
        maxLength={10_000}
        placeholder={t('composer.placeholder', { office: branding.office_name })}
        value={draft.text}
        onInput={(event) => change({ ...draft, text: event.currentTarget.value })}
      />
      {send.isError && (
        <p class={styles.error} role="alert">
          {send.error instanceof OfflineError ? t('composer.offline') : t('composer.failed')}
        </p>
      )}
      <div class={styles.foot}>
        <button class={button.second} type="submit" disabled={send.isPending || draft.text.trim() === ''}>
          {t('composer.send')}
        </button>
      </div>
    </form>
  )
}
