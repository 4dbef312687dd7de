import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { OfflineError } from '../shell/api'
import { t } from '../shell/i18n'
import { sentenceOf } from '../shell/problems'
import { Page, PageHead } from '../ui/Layout'
import { ErrorState } from '../ui/States'

/** What stands where a screen could not be shown at all. Where only the connection was missing, it comes by itself. */
export function RouteError({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter()
  const queries = useQueryClient()
  const isOffline = error instanceof OfflineError
  const retry = () => {
    void queries.invalidateQueries()
    reset()
    void router.invalidate()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: `retry` says the same each time.
  useEffect(() => {
    if (!isOffline) return
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [isOffline])
  return (
    <Page width="text">
      <PageHead title={t('errors.title')} />
      <ErrorState
        title={isOffline ? t('errors.offlineTitle') : t('errors.failedTitle')}
        text={sentenceOf(error)}
        isOffline={isOffline}
        retryLabel={t('actions.retry')}
        onRetry={retry}
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
