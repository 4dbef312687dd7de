import { t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { useSession } from '../../../shell/session'
import { Page, PageHead } from '../../../ui/Layout'
import { Skeleton } from '../../../ui/States'
import { useOwnProfile } from '../api/profile'
import { LoginsCard } from './LoginsCard'
import { ProfileCard } from './ProfileCard'
import { ToldCard } from './ToldCard'

/** What concerns the person alone: name and language, what they are told of, and where they are signed in. */
export function AccountScreen() {
  // The session brings the language: with another one, everything here is said anew.
  useSession()
  const profile = useOwnProfile()
  return (
    <Page width="text">
      <PageHead title={t('nav.account')} />
      <QueryView
        query={profile}
        errorTitle={t('account.profileFailed')}
        skeleton={<Skeleton label={t('states.loading')} rows={3} isForm />}
      >
        {(data) => (
          <>
            <ProfileCard profile={data} />
            <ToldCard />
            <LoginsCard />
          </>
        )}
      </QueryView>
    </Page>
  )
}
