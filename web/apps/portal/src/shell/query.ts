import { ApiProblem, isProblem } from '@sild/api'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

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
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        gcTime: 30 * 60_000,
        retry: (failures, error) => failures < tries && mayPass(error),
        retryDelay: (failures) => 700 * 2 ** failures,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
