import { useRouterState } from '@tanstack/react-router'
import { t } from '../shell/i18n'
import { Page, PageHead } from '../ui/Layout'
import { Skeleton } from '../ui/States'

/** The lists that the navigation names; what stands below one of them has its name only once it is there. */
const TITLES: Record<string, () => string> = {
  '/inbox': () => t('inbox.heading'),
  '/overview': () => t('nav.overview'),
  '/tasks': () => t('nav.tasks'),
  '/requests': () => t('requests.heading'),
  '/clients': () => t('nav.clients'),
  '/contacts': () => t('people.heading'),
  '/series': () => t('nav.series'),
}

/** What stands where a screen will be, while its code comes. */
export function Waiting() {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <Page>
      <PageHead title={TITLES[path]?.() ?? t('states.loading')} />
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
