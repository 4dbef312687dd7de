import type { OfficeFile } from '@sild/api'
import { CircleAlert, CircleCheck, Clock } from 'lucide-react'
import { momentWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import styles from './Digitise.module.css'

type Digitisation = NonNullable<OfficeFile['digitisation']>

/** Where a file stands that was to be digitised (S61): waits, was sent, or was not, and why. */
export function DigitisationNote({ file }: { file: OfficeFile }) {
  const { digitisation } = file
  if (!digitisation) return null
  const at = momentWords(digitisation.at)
  if (digitisation.state === 'queued') {
    return (
      <span className={styles.note}>
        <Clock size={13} aria-hidden="true" />
        {t('digitise.queued', { name: digitisation.by })}
      </span>
    )
  }
  if (digitisation.state === 'sent') {
    return (
      <span className={styles.sent}>
        <CircleCheck size={13} aria-hidden="true" />
        {t('digitise.sent', { name: digitisation.by, at })}
      </span>
    )
  }
  return (
    <span className={styles.failed}>
      <CircleAlert size={13} aria-hidden="true" />
      {t('digitise.failed', { at, why: whyWords(digitisation.reason ?? null) })}
    </span>
  )
}

function whyWords(reason: Digitisation['reason'] | null): string {
  switch (reason) {
    case 'file_missing':
      return t('digitise.why.fileMissing')
    case 'no_address':
      return t('digitise.why.noAddress')
    case 'mail_refused':
      return t('digitise.why.mailRefused')
    default:
      return t('digitise.why.notSent')
  }
}
