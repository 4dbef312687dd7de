import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Locale } from '../shell/Locale'
import type { AppRouter } from './router'

/** The whole app: cache, routes and the language of react-aria's own words. */
export function App({ queries, router }: { queries: QueryClient; router: AppRouter }) {
  return (
    <QueryClientProvider client={queries}>
      <Locale>
        <RouterProvider router={router} />
      </Locale>
    </QueryClientProvider>
  )
}
