import type { NameCheck, PortalSettings } from '@sild/api'
import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { useSettled } from '../../../shell/now'
import { sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { useNameCheck } from '../api/portal'
import { addressOf } from '../model/form'
import styles from './PortalSettings.module.css'

type NameFieldProps = { settings: PortalSettings; value: string; onChange: (slug: string) => void }

/** The part of the address that the office chooses, checked while it is typed. */
export function NameField({ settings, value, onChange }: NameFieldProps) {
  const settled = useSettled(value.trim(), 300)
  const check = useNameCheck(settled)
  const isSettled = settled === value.trim() && !check.isPlaceholderData && !check.isFetching
  const suggestion = settings.suggested_slug

  return (
    <div className={styles.nameField}>
      <TextField
        name="slug"
        label={t('portal.address')}
        value={value}
        onChange={onChange}
        maxLength={60}
        spellCheck="false"
        autoComplete="off"
        hint={t('portal.addressHint')}
      />
      <p className={styles.check} role="status">
        {value.trim() === '' ? null : !isSettled ? (
          <>
            <LoaderCircle size={14} aria-hidden="true" className={styles.turning} />
            {t('portal.checking')}
          </>
        ) : check.error !== null ? (
          <>
            <CircleAlert size={14} aria-hidden="true" className={styles.bad} />
            {sentenceOf(check.error)}
          </>
        ) : check.data ? (
          <Verdict check={check.data} settings={settings} />
        ) : null}
      </p>
      {suggestion !== null && suggestion !== value && settings.slug === null ? (
        <div>
          <Button size="small" variant="quiet" onPress={() => onChange(suggestion)}>
            {t('portal.useSuggestion', { slug: suggestion })}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function Verdict({ check, settings }: { check: NameCheck; settings: PortalSettings }) {
  const isFree = check.is_available || check.reason === 'yours'
  const address = check.slug === null ? null : addressOf(check.slug, settings, location.origin)
  return (
    <>
      {isFree ? (
        <CircleCheck size={14} aria-hidden="true" className={styles.good} />
      ) : (
        <CircleAlert size={14} aria-hidden="true" className={styles.bad} />
      )}
      <span className={isFree ? undefined : styles.badText}>
        {reasonWords(check)}
        {isFree && address !== null ? (
          <>
            {' '}
            <strong className={styles.address}>{address.replace(/^https?:\/\//, '')}</strong>
          </>
        ) : null}
      </span>
    </>
  )
}

function reasonWords({ reason }: NameCheck): string {
  switch (reason) {
    case null:
      return t('portal.nameFree')
    case 'yours':
      return t('portal.nameYours')
    case 'taken':
      return t('portal.nameTaken')
    case 'reserved':
      return t('portal.nameReserved')
    case 'too_short':
      return t('portal.nameTooShort')
    case 'too_long':
      return t('portal.nameTooLong')
    case 'invalid_character':
      return t('portal.nameInvalid')
  }
}
