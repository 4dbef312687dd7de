import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { Locale } from '../shell/Locale'
import { createQueries } from '../shell/query'
import { createAppRouter } from './router'

/** The whole app: cache, routes and the language of react-aria's own words. */
export function App() {
  const [queries] = useState(() =>
    createQueries(() => {
      queries.clear()
      void router.navigate({ to: '/sign-in', search: { to: router.state.location.href } })
    }),
  )
  const [router] = useState(() => createAppRouter(queries))
  return (
    <QueryClientProvider client={queries}>
      <Locale>
        <RouterProvider router={router} />
      </Locale>
    </QueryClientProvider>
  )
}
