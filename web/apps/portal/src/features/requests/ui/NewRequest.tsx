import { newKey, OfflineError, type PortalFile } from '@sild/api'
import { createUploads } from '@sild/upload'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'preact/compat'
import { useRef, useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter'
import button from '../../../shell/button.module.css'
import { useDraft } from '../../../shell/draft.ts'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import { keys } from '../../../shell/keys.ts'
import { Page } from '../../../shell/Page.tsx'
import { useCurrent } from '../../../shell/session.tsx'
import detail from '../../../shell/thread/Detail.module.css'
import { FileChoice } from '../../../shell/thread/FileChoice.tsx'
import { UploadList } from '../../../shell/thread/UploadList.tsx'
import { sendTo } from '../../../shell/thread/use-uploads.ts'
import { sendRequest } from '../api/requests.ts'
import { noRequest, type RequestDraft } from '../model/draft.ts'
import { listsAreOld, requestSubject } from '../model/subject.ts'
import styles from './Requests.module.css'

/** Asks something of the office, on one screen. What is typed is kept in this browser; files follow once it is sent. */
export function NewRequest({ client }: { client: string }) {
  const { branding } = useCurrent()
  const office = branding.office_id
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const [draft, keep] = useDraft(`request.${client}`, noRequest)
  const [held] = useState(() => createUploads<PortalFile>(() => undefined))
  const files = useSyncExternalStore(held.subscribe, held.snapshot)
  const [isTold, setTold] = useState(false)
  // The same request keeps its key over tries, so a lost answer cannot double it; another one gets another.
  const attempt = useRef({ request: '', key: '' })
  const subject = draft.subject.trim()
  const text = draft.text.trim()

  const change = (part: Partial<RequestDraft>): void => keep({ ...draft, ...part })
  const send = useMutation({
    mutationFn: () => {
      const request = JSON.stringify([subject, text])
      if (attempt.current.request !== request) attempt.current = { request, key: newKey() }
      return sendRequest({ office, client }, subject, text, attempt.current.key)
    },
    onSuccess: (sent) => {
      const scope = { office, client, request: sent.id }
      keep(noRequest)
      queries.setQueryData(keys.request(office, client, sent.id), sent)
      listsAreOld(queries, scope)
      // What is still being made ready is made ready there.
      const good = held.snapshot().filter(({ state }) => state === 'ready' || state === 'fitting')
      sendTo(
        requestSubject(scope, queries),
        good.map(({ file }) => file),
      )
      navigate(`/c/${client}/requests/${sent.id}`, { replace: true, state: { isSent: true } })
    },
  })
  const lacksSubject = isTold && subject === ''
  const lacksText = isTold && text === ''

  return (
    <Page
      title={t('newRequest.title')}
      above={
        <Link class={detail.back} href={`/c/${client}/requests`}>
          <Icon name="back" size={18} />
          {t('request.back')}
        </Link>
      }
    >
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTold(true)
          if (subject === '' || text === '') {
            document.getElementById(subject === '' ? 'request-subject' : 'request-text')?.focus()
          } else send.mutate()
        }}
      >
        <div class={styles.part}>
          <label class={styles.label} for="request-subject">
            {t('newRequest.subject')}
          </label>
          <input
            class={styles.field}
            id="request-subject"
            maxLength={200}
            value={draft.subject}
            aria-invalid={lacksSubject}
            aria-describedby={lacksSubject ? 'request-subject-error' : undefined}
            onInput={(event) => change({ subject: event.currentTarget.value })}
          />
          {lacksSubject && (
            <p class={styles.error} id="request-subject-error">
              {t('newRequest.subjectMissing')}
            </p>
          )}
        </div>
        <div class={styles.part}>
          <label class={styles.label} for="request-text">
            {t('newRequest.text')}
          </label>
          <p class={styles.hint} id="request-text-hint">
            {t('newRequest.textHint')}
          </p>
          <textarea
            class={styles.field}
            id="request-text"
            rows={6}
            maxLength={10_000}
            value={draft.text}
            aria-invalid={lacksText}
            aria-describedby={lacksText ? 'request-text-hint request-text-error' : 'request-text-hint'}
            onInput={(event) => change({ text: event.currentTarget.value })}
          />
          {lacksText && (
            <p class={styles.error} id="request-text-error">
              {t('newRequest.textMissing')}
            </p>
          )}
        </div>
        <div class={styles.part}>
          <p class={styles.label}>{t('newRequest.files')}</p>
          {files.length > 0 && (
            <div class={styles.files}>
              <UploadList items={files} uploads={held} />
            </div>
          )}
          <FileChoice onFiles={held.hold} />
          <p class={styles.hint}>
            {t('newRequest.filesNote')} {t('files.limit')}.
          </p>
        </div>
        {send.isError && (
          <p class={styles.error} role="alert">
            {send.error instanceof OfflineError ? t('newRequest.offline') : t('newRequest.failedSend')}
          </p>
        )}
        <div class={styles.foot}>
          <p class={styles.hint}>{t('newRequest.willSee', { office: branding.office_name })}</p>
          <button class={button.main} type="submit" disabled={send.isPending}>
            {t('newRequest.send')}
          </button>
        </div>
      </form>
    </Page>
  )
}
