import { Link } from '@tanstack/react-router'
import { t } from '../../../shell/i18n'
import { useIsAdmin } from '../../../shell/session'

/** Why no address can be given, and who can change that (S59). */
export function DigitisationOff() {
  const isAdmin = useIsAdmin()
  return (
    <>
      {t('clientCard.digitisationOff')}{' '}
      {isAdmin ? (
        <Link to="/settings/office">{t('clientCard.toOfficeSettings')}</Link>
      ) : (
        t('clientCard.digitisationOffMember')
      )}
    </>
  )
}
