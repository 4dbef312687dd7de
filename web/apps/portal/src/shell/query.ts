import { ApiProblem, isProblem } from '@sild/api'
import { MutationCache, onlineManager, QueryCache, QueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'

const tries = 2

/** A failure that may pass by itself: no answer, or a fault of the server. */
export function mayPass(error: Error): boolean {
  return !(error instanceof ApiProblem) || error.status >= 500
}

/** The cache of what the server said to an office's contact. `onEnded` is called when it no longer knows the session. */
export function createQueryClient(office: string, onEnded: () => void): QueryClient {
  const onError = (error: Error): void => {
    if (isProblem(error, 'not_signed_in')) onEnded()
    // It may be the whole company that is not theirs any more; the session says which are.
    if (isProblem(error, 'not_found')) void queries.invalidateQueries({ queryKey: keys.session(office) })
  }
  // It hears of changes only, and a page may begin without a connection.
  onlineManager.setOnline(navigator.onLine)
  const queries = new QueryClient({
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
  return queries
}

/** How often what is on the screen is looked at again, while somebody looks. */
export const lookAgainMilliseconds = 30_000

/** A list is looked at as often while one answer holds all of it that is shown. */
export function whileShort({ state }: { state: { data?: { pages: unknown[] } | undefined } }) {
  return (state.data?.pages.length ?? 0) > 1 ? false : lookAgainMilliseconds
}
