import { t } from '../../../shell/i18n'
import { useOfficeSettings } from '../../../shell/officeSettings'
import { QueryView } from '../../../shell/QueryView'
import { useIsAdmin } from '../../../shell/session'
import { Page, PageHead } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { Skeleton } from '../../../ui/States'
import { DigitisationCard } from './DigitisationCard'
import { RemindersCard } from './RemindersCard'

/** What holds for all clients of the office. Admins and the owner change it; the others read. */
export function OfficeSettingsScreen() {
  const isAdmin = useIsAdmin()
  const settings = useOfficeSettings()
  return (
    <Page width="text">
      <PageHead title={t('nav.office')} below={t('officeSettings.note')} />
      {isAdmin ? null : <Notice>{t('officeSettings.readOnly')}</Notice>}
      <QueryView
        query={settings}
        errorTitle={t('officeSettings.loadFailed')}
        skeleton={<Skeleton label={t('states.loading')} rows={3} isForm />}
      >
        {(data) => (
          <>
            <DigitisationCard settings={data} />
            <RemindersCard settings={data} />
          </>
        )}
      </QueryView>
    </Page>
  )
}
