import { t } from '../../../shell/i18n'
import { useSession } from '../../../shell/session'
import styles from './Bulk.module.css'

/** What the invitation says, as a small letter. The real one is in each contact's own language. */
export function InvitationLook() {
  const { office } = useSession()
  return (
    <figure className={styles.letter}>
      <figcaption className={styles.letterCaption}>{t('bulk.letterCaption')}</figcaption>
      <p className={styles.letterSubject}>{t('bulk.letterSubject', { office: office.name })}</p>
      <p className={styles.letterText}>{t('bulk.letterText', { office: office.name })}</p>
      <span className={styles.letterButton} aria-hidden="true">
        {t('bulk.letterButton')}
      </span>
    </figure>
  )
}
