import type { OfficeSettings } from '@sild/api'
import { isProblem } from '../../../shell/api'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { useIsAdmin } from '../../../shell/session'
import { Switch } from '../../../ui/Choice'
import { Card } from '../../../ui/Layout'
import { showToast } from '../../../ui/Toasts'
import { useUpdateOfficeSettings } from '../api/settings'
import styles from './OfficeSettings.module.css'

/** Whether files of clients may be sent to be digitised (S59). Switching it off keeps the clients' addresses (S60). */
export function DigitisationCard({ settings }: { settings: OfficeSettings }) {
  const isAdmin = useIsAdmin()
  const update = useUpdateOfficeSettings()
  const isOn = settings.digitisation_is_on
  const turn = (digitisation_is_on: boolean, isUndo = false) =>
    update.mutate(
      { digitisation_is_on },
      {
        onSuccess: () =>
          showToast({
            text: digitisation_is_on ? t('officeSettings.onToast') : t('officeSettings.offToast'),
            ...(isUndo
              ? {}
              : { action: { label: t('actions.undo'), run: () => turn(!digitisation_is_on, true) } }),
          }),
        onError: (error) =>
          showToast({
            text: isProblem(error, 'version_mismatch') ? t('officeSettings.stale') : sentenceOf(error),
            tone: 'bad',
          }),
      },
    )
  const meaning = isOn ? t('officeSettings.digitisationOn') : t('officeSettings.digitisationOff')
  return (
    <Card title={t('officeSettings.digitisation')} note={t('officeSettings.digitisationNote')}>
      {isAdmin ? (
        <Switch isSelected={isOn} onChange={(next) => turn(next)} note={meaning}>
          {t('officeSettings.digitisationSwitch')}
        </Switch>
      ) : (
        <p className={styles.sentence}>{meaning}</p>
      )}
    </Card>
  )
}
