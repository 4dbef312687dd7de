import type { ReactNode } from 'react'
import { ErrorState, Skeleton } from '../ui/States'
import { isProblem, OfflineError } from './api'
import { t } from './i18n'
import { sentenceOf } from './problems'

type QueryViewProps<T> = {
  query: { data: T | undefined; error: Error | null; refetch: () => unknown }
  /** What the error sentence says could not be loaded, as a title. */
  errorTitle: string
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

/** Shows what a query brought; until then a skeleton, or why it failed with Retry. Old data stays while it is renewed. */
export function QueryView<T>({ query, errorTitle, skeleton, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error !== null) {
    return (
      <ErrorState
        title={isProblem(query.error, 'not_found') ? t('errors.notFoundTitle') : errorTitle}
        text={sentenceOf(query.error)}
        isOffline={query.error instanceof OfflineError}
        {...(isProblem(query.error, 'not_found')
          ? {}
          : { retryLabel: t('actions.retry'), onRetry: () => void query.refetch() })}
      />
    )
  }
  return skeleton ?? <Skeleton label={t('states.loading')} />
}
