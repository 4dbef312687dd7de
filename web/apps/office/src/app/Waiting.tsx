import { useRouterState } from '@tanstack/react-router'
import { t } from '../shell/i18n'
import { isPlace, PLACES } from '../shell/places'
import { Page, PageHead } from '../ui/Layout'
import { Skeleton } from '../ui/States'

/** What stands where a screen will be, while its code comes. */
export function Waiting() {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <Page width={isPlace(path) ? PLACES[path].width : 'full'}>
      <PageHead title={isPlace(path) ? t(PLACES[path].name) : t('states.loading')} />
      <Skeleton label={t('states.loading')} />
    </Page>
  )
}

/** The same where there is no frame around the screens yet. */
export function RootWaiting() {
  return (
    <main>
      <Waiting />
    </main>
  )
}
