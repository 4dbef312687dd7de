import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { OfflineError } from '../shell/api'
import { t } from '../shell/i18n'
import { sentenceOf } from '../shell/problems'
import { Page, PageHead } from '../ui/Layout'
import { ErrorState } from '../ui/States'

/** What stands where a screen could not be shown at all. */
export function RouteError({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter()
  const queries = useQueryClient()
  return (
    <Page width="text">
      <PageHead title={t('errors.title')} />
      <ErrorState
        title={error instanceof OfflineError ? t('errors.offlineTitle') : t('errors.failedTitle')}
        text={sentenceOf(error)}
        isOffline={error instanceof OfflineError}
        retryLabel={t('actions.retry')}
        onRetry={() => {
          void queries.invalidateQueries()
          reset()
          void router.invalidate()
        }}
      />
    </Page>
  )
}

/** The same where even the frame around the screens could not be shown. */
export function RootError(props: { error: unknown; reset: () => void }) {
  return (
    <main>
      <RouteError {...props} />
    </main>
  )
}
