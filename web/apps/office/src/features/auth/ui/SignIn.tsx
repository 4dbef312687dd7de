import type { LoginOutcome } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { Notice } from '../../../ui/Notice'
import { redeemCode, requestLogin } from '../api/auth'
import { signInSchema } from '../model/schemas'
import { AuthPage } from './AuthPage'
import styles from './AuthPage.module.css'
import { CheckInbox } from './CheckInbox'

type SignInProps = {
  /** The address that a mail was sent to, once it was. */
  sentTo: string | null
  target: string | null
  onSent: (email: string) => void
  onSignedIn: (outcome: LoginOutcome) => Promise<void>
}

/** One e-mail field; then "Check your inbox", the same for any address. */
export function SignIn({ sentTo, target, onSent, onSignedIn }: SignInProps) {
  const form = useForm()
  const [email, setEmail] = useState('')
  const [isSending, setSending] = useState(false)

  if (sentTo !== null) {
    return (
      <AuthPage
        title={t('auth.inboxTitle')}
        text={t('auth.inboxText', { email: sentTo })}
        foot={
          <Link to="/sign-in" search={target === null ? {} : { to: target }}>
            {t('auth.otherAddress')}
          </Link>
        }
      >
        <CheckInbox
          onResend={() => requestLogin(sentTo, target)}
          onCode={async (code) => onSignedIn(await redeemCode(code))}
        />
      </AuthPage>
    )
  }

  const submit = async () => {
    const values = form.check(signInSchema, { email })
    if (values === null) return
    setSending(true)
    try {
      await requestLogin(values.email, target)
      onSent(values.email)
    } catch (error) {
      form.fail(error)
    } finally {
      setSending(false)
    }
  }

  return (
    <AuthPage
      title={t('auth.signInTitle')}
      text={t('auth.signInText')}
      foot={
        <>
          {t('auth.noOffice')} <Link to="/sign-up">{t('auth.signUpLink')}</Link>
        </>
      }
    >
      <Form className={styles.form} errors={form.errors} onTyped={form.typed} onSubmit={() => void submit()}>
        <TextField
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          label={t('auth.email')}
          value={email}
          onChange={setEmail}
          autoFocus
        />
        {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
        <Button type="submit" variant="primary" size="large" isWide isPending={isSending}>
          {t('auth.sendLink')}
        </Button>
      </Form>
    </AuthPage>
  )
}
