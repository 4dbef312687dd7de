import { useState } from 'react'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { useNow } from '../../../shell/now'
import { sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { Notice } from '../../../ui/Notice'
import { codeSchema } from '../model/schemas'
import { cleanCode } from '../model/target'
import styles from './AuthPage.module.css'

/** Seconds after which another mail may be asked for. */
const RESEND_SECONDS = 30

type CheckInboxProps = {
  /** Sends another mail; without it none can be asked for here. */
  onResend?: () => Promise<unknown>
  /** Spends the typed code; without it the mail holds no code for this browser. */
  onCode?: (code: string) => Promise<unknown>
}

/** What to do while the mail is under way: type its code, or ask for another after half a minute. */
export function CheckInbox({ onResend, onCode }: CheckInboxProps) {
  const [sentAt, setSentAt] = useState(() => Date.now())
  const [isSending, setSending] = useState(false)
  const [again, setAgain] = useState<'sent' | { failure: string } | null>(null)
  const now = useNow(1000)
  const wait = Math.max(0, RESEND_SECONDS - Math.floor((now - sentAt) / 1000))

  const resend = async () => {
    setSending(true)
    try {
      await onResend?.()
      setAgain('sent')
      setSentAt(Date.now())
    } catch (error) {
      setAgain({ failure: sentenceOf(error) })
    } finally {
      setSending(false)
    }
  }

  return (
    <>
      {onCode ? <CodeForm onCode={onCode} /> : null}
      {again === 'sent' ? <Notice tone="good">{t('auth.resent')}</Notice> : null}
      {again !== null && again !== 'sent' ? <Notice tone="bad">{again.failure}</Notice> : null}
      {onResend ? (
        <div className={styles.again}>
          <span>{wait > 0 ? t('auth.resendWait', { seconds: wait }) : t('auth.nothingCame')}</span>
          <Button
            size="small"
            isDisabled={wait > 0 && !isSending}
            isPending={isSending}
            onPress={() => void resend()}
          >
            {t('auth.resend')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function CodeForm({ onCode }: { onCode: (code: string) => Promise<unknown> }) {
  const form = useForm()
  const [code, setCode] = useState('')
  const [isSending, setSending] = useState(false)

  const submit = async () => {
    const values = form.check(codeSchema, { code: cleanCode(code) })
    if (values === null) return
    setSending(true)
    try {
      await onCode(values.code)
    } catch (error) {
      form.fail(error)
    } finally {
      setSending(false)
    }
  }

  return (
    <Form className={styles.form} errors={form.errors} onTyped={form.typed} onSubmit={() => void submit()}>
      <div className={styles.codeInput}>
        <TextField
          name="code"
          label={t('auth.code')}
          hint={t('auth.codeHint')}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          spellCheck="false"
        />
      </div>
      {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
      <Button type="submit" size="large" isWide isPending={isSending}>
        {t('auth.useCode')}
      </Button>
    </Form>
  )
}
