import { ApiProblem, OfflineError, type PortalProfile } from '@sild/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import button from '../../../shell/button.module.css'
import { useDraft } from '../../../shell/draft.ts'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import { useCurrent } from '../../../shell/session.tsx'
import { useToast } from '../../../shell/Toast.tsx'
import { askForEmail, profileQuery } from '../api/profile.ts'
import { failureSentence, fieldSentence } from '../model/sentences.ts'
import styles from './Profile.module.css'

const noAddress = { email: '' }
const isSameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** The address of login and mails. Another one counts only after a click in a mail to it (S55). */
export function EmailAddress({ profile }: { profile: PortalProfile }) {
  const { branding } = useCurrent()
  const queries = useQueryClient()
  const show = useToast()
  const [isAsking, setAsking] = useState(false)
  const [draft, keep] = useDraft('profile.email', noAddress)
  const opener = useRef<HTMLButtonElement>(null)
  const ask = useMutation({
    mutationFn: (email: string) => askForEmail(branding.office_id, email),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: profileQuery(branding.office_id).queryKey })
    },
  })
  // Whoever has the address, the answer is the same; so what is said here does not depend on the profile.
  const asked = ask.isSuccess ? ask.variables : profile.pending_email
  const waitsFor = asked && !isSameAddress(asked, profile.email) ? asked : null
  const close = (): void => {
    setAsking(false)
    opener.current?.focus()
  }

  return (
    <>
      <div class={styles.address}>
        <div>
          <p class={styles.current}>{profile.email}</p>
          <p class={styles.hint}>{t('profile.email.text')}</p>
        </div>
        <button
          ref={opener}
          class={button.second}
          type="button"
          aria-expanded={isAsking}
          aria-controls="profile-email-form"
          onClick={() => {
            ask.reset()
            setAsking(!isAsking)
          }}
        >
          {t('profile.email.change')}
        </button>
      </div>
      <div id="profile-email-form" hidden={!isAsking}>
        {isAsking && (
          <AddressForm
            email={draft.email}
            change={(email) => keep({ email })}
            own={profile.email}
            error={ask.error}
            isPending={ask.isPending}
            send={(email) =>
              ask.mutate(email, {
                onSuccess: () => {
                  keep(noAddress)
                  close()
                },
              })
            }
            cancel={() => {
              keep(noAddress)
              ask.reset()
              close()
            }}
          />
        )}
      </div>
      <div class={styles.live} role="status">
        {waitsFor && !isAsking && (
          <div class={styles.notice}>
            <p class={styles.sent}>
              <Icon name="clock" />
              <span>{t('profile.email.sent', { email: waitsFor })}</span>
            </p>
            <p class={styles.hint}>{t('profile.email.until')}</p>
            <div class={styles.choices}>
              <button
                class={button.second}
                type="button"
                disabled={ask.isPending}
                onClick={() =>
                  ask.mutate(waitsFor, { onSuccess: () => show({ text: t('profile.email.sentAgain') }) })
                }
              >
                {t('profile.email.again')}
              </button>
              <button
                class={button.quiet}
                type="button"
                disabled={ask.isPending}
                onClick={() =>
                  // Asking for one's own address ends what was asked for before.
                  ask.mutate(profile.email, {
                    onSuccess: () => {
                      show({ text: t('profile.email.stopped') })
                      opener.current?.focus()
                    },
                  })
                }
              >
                {t('profile.email.stop')}
              </button>
            </div>
          </div>
        )}
      </div>
      {ask.isError && !isAsking && (
        <p class={styles.error} role="alert">
          {sentenceOf(ask.error)}
        </p>
      )}
    </>
  )
}

/** Why no link was sent, and what to do. */
function sentenceOf(error: Error): string {
  if (error instanceof ApiProblem && error.status === 429) {
    return t('profile.email.tooMany', { minutes: Math.max(1, Math.ceil((error.retryAfter ?? 60) / 60)) })
  }
  return error instanceof OfflineError ? failureSentence(error) : t('profile.email.failed')
}

function AddressForm({
  email,
  change,
  own,
  error,
  isPending,
  send,
  cancel,
}: {
  email: string
  change: (email: string) => void
  own: string
  error: Error | null
  isPending: boolean
  send: (email: string) => void
  cancel: () => void
}) {
  const field = useRef<HTMLInputElement>(null)
  const [isOwn, setOwn] = useState(false)
  const wrong = isOwn ? t('profile.wrong.own_email') : fieldSentence(error, 'email')
  // Before anything is drawn: what is typed at once is for this field.
  useLayoutEffect(() => field.current?.focus(), [])
  useLayoutEffect(() => {
    if (wrong !== null) field.current?.focus()
  }, [wrong])
  return (
    <form
      class={`${styles.part} ${styles.notice}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const wanted = email.trim()
        const isSame = isSameAddress(wanted, own)
        setOwn(isSame)
        if (!isSame) send(wanted)
      }}
    >
      <label class={styles.label} for="profile-email">
        {t('profile.email.new')}
      </label>
      <input
        ref={field}
        class={styles.field}
        id="profile-email"
        type="email"
        inputMode="email"
        autocomplete="email"
        maxLength={254}
        value={email}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? 'profile-email-note' : 'profile-email-wrong profile-email-note'}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {wrong !== null && (
        <p class={styles.error} id="profile-email-wrong" role="alert">
          {wrong}
        </p>
      )}
      {error && wrong === null && (
        <p class={styles.error} role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <p class={styles.hint} id="profile-email-note">
        {t('profile.email.note')}
      </p>
      <div class={styles.choices}>
        <button class={button.main} type="submit" disabled={isPending}>
          {t('profile.email.send')}
        </button>
        <button class={button.quiet} type="button" onClick={cancel}>
          {t('profile.email.cancel')}
        </button>
      </div>
    </form>
  )
}
