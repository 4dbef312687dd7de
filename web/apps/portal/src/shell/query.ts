import { ApiProblem, isProblem } from '@sild/api'
import { MutationCache, onlineManager, QueryCache, QueryClient } from '@tanstack/react-query'

const tries = 2

/** A failure that may pass by itself: no answer, or a fault of the server. */
export function mayPass(error: Error): boolean {
  return !(error instanceof ApiProblem) || error.status >= 500
}

/** The cache of what the server said. `onEnded` is called when it no longer knows the session. */
export function createQueryClient(onEnded: () => void): QueryClient {
  const onError = (error: Error): void => {
    if (isProblem(error, 'not_signed_in')) onEnded()
  }
  // It hears of changes only, and a page may begin without a connection.
  onlineManager.setOnline(navigator.onLine)
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // Without a connection the browser may have kept the last answer.
        networkMode: 'offlineFirst',
        staleTime: 20_000,
        gcTime: 30 * 60_000,
        retry: (failures, error) => failures < tries && mayPass(error),
        retryDelay: (failures) => 700 * 2 ** failures,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
