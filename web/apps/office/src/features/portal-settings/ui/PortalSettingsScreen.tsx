import type { PortalSettings } from '@sild/api'
import { CircleCheck } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { useIsAdmin } from '../../../shell/session'
import { Badge } from '../../../ui/Badge'
import { Page, PageHead } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { Skeleton } from '../../../ui/States'
import { usePortalSettings } from '../api/portal'
import { DeactivateCard } from './DeactivateCard'
import { InactivePortal } from './InactivePortal'
import { MediaCards } from './MediaCards'
import { PortalForm } from './PortalForm'
import { PortalTabs } from './PortalTabs'

/** The office's client portal: switched off with what it is for, or its name and look beside a live preview. */
export function PortalSettingsScreen() {
  if (useIsAdmin()) return <AdminScreen />
  return (
    <Page width="wide">
      <PageHead title={t('portal.heading')} />
      <Notice>{t('portal.adminsOnly')}</Notice>
    </Page>
  )
}

function AdminScreen() {
  const settings = usePortalSettings()
  return (
    <Page width="wide">
      <PageHead
        title={t('portal.heading')}
        {...(settings.data ? { below: <State settings={settings.data} /> } : {})}
      />
      <QueryView
        query={settings}
        errorTitle={t('portal.loadFailed')}
        skeleton={<Skeleton label={t('states.loading')} rows={5} isForm />}
      >
        {(data) =>
          data.is_active ? (
            <>
              <PortalTabs current="look" />
              <PortalForm settings={data} />
              <MediaCards settings={data} />
              <DeactivateCard />
            </>
          ) : (
            <InactivePortal />
          )
        }
      </QueryView>
    </Page>
  )
}

function State({ settings }: { settings: PortalSettings }) {
  if (!settings.is_active) return <Badge>{t('portal.inactive')}</Badge>
  return (
    <>
      <Badge tone="good" icon={<CircleCheck />}>
        {t('portal.active')}
      </Badge>
      {settings.url === null ? null : (
        <a href={settings.url} target="_blank" rel="noopener">
          {settings.url.replace(/^https?:\/\//, '')}
        </a>
      )}
    </>
  )
}
