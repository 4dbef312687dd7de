import { Link } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { newKey } from '../../../shell/api'
import { useForm } from '../../../shell/form'
import { browserTimeZone, guessLanguage, t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { ComboBox } from '../../../ui/ComboBox'
import { TextField } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { Notice } from '../../../ui/Notice'
import { Select } from '../../../ui/Select'
import { signUpOffice } from '../api/auth'
import { signUpSchema } from '../model/schemas'
import { filterZones } from '../model/zones'
import { AuthPage } from './AuthPage'
import styles from './AuthPage.module.css'
import { CheckInbox } from './CheckInbox'

type SignUpProps = { sentTo: string | null; onSent: (email: string) => void }

/** Founds an office: its name, the owner, and what the browser already knows about language and time. */
export function SignUp({ sentTo, onSent }: SignUpProps) {
  const form = useForm()
  const key = useRef(newKey())
  const [values, setValues] = useState(() => ({
    office_name: '',
    person_name: '',
    email: '',
    language: guessLanguage(),
    time_zone: browserTimeZone(),
  }))
  const [zoneText, setZoneText] = useState(values.time_zone)
  const zones = useMemo(() => filterZones(zoneText, values.time_zone), [zoneText, values.time_zone])
  const [isSending, setSending] = useState(false)
  const set = (change: Partial<typeof values>) => setValues((known) => ({ ...known, ...change }))

  if (sentTo !== null) {
    return (
      <AuthPage
        title={t('auth.inboxTitle')}
        text={t('auth.signUpInboxText', { email: sentTo })}
        foot={<Link to="/sign-up">{t('auth.otherAddress')}</Link>}
      >
        {values.email === sentTo ? <CheckInbox onResend={() => signUpOffice(values, newKey())} /> : null}
      </AuthPage>
    )
  }

  const submit = async () => {
    const checked = form.check(signUpSchema, values)
    if (checked === null) return
    setSending(true)
    try {
      await signUpOffice(checked, key.current)
      setValues(checked)
      onSent(checked.email)
    } catch (error) {
      key.current = newKey()
      form.fail(error)
    } finally {
      setSending(false)
    }
  }

  return (
    <AuthPage
      title={t('auth.signUpTitle')}
      text={t('auth.signUpText')}
      foot={
        <>
          {t('auth.haveOffice')} <Link to="/sign-in">{t('auth.signInLink')}</Link>
        </>
      }
    >
      <Form className={styles.form} errors={form.errors} onTyped={form.typed} onSubmit={() => void submit()}>
        <TextField
          name="office_name"
          label={t('auth.officeName')}
          value={values.office_name}
          onChange={(office_name) => set({ office_name })}
          autoComplete="organization"
          autoFocus
        />
        <TextField
          name="person_name"
          label={t('auth.yourName')}
          value={values.person_name}
          onChange={(person_name) => set({ person_name })}
          autoComplete="name"
        />
        <TextField
          name="email"
          type="email"
          inputMode="email"
          label={t('auth.email')}
          hint={t('auth.emailHint')}
          value={values.email}
          onChange={(email) => set({ email })}
          autoComplete="email"
        />
        <Select
          name="language"
          label={t('auth.language')}
          value={values.language}
          onChange={(language) => set({ language })}
          options={[
            { value: 'en', label: t('languages.en') },
            { value: 'et', label: t('languages.et') },
            { value: 'fi', label: t('languages.fi') },
          ]}
        />
        <ComboBox
          name="time_zone"
          label={t('auth.timeZone')}
          hint={t('auth.timeZoneHint')}
          options={zones}
          value={values.time_zone}
          onChange={(zone) => {
            if (zone === null) return
            set({ time_zone: zone })
            setZoneText(zone)
          }}
          inputValue={zoneText}
          onInputChange={setZoneText}
          emptyText={t('auth.noZone')}
          openLabel={t('auth.openZones')}
        />
        {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
        <Button type="submit" variant="primary" size="large" isWide isPending={isSending}>
          {t('auth.createOffice')}
        </Button>
      </Form>
    </AuthPage>
  )
}
