import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { currentLanguage, LOCALES } from '../shell/i18n'
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
      <I18nProvider locale={LOCALES[currentLanguage()]}>
        <RouterProvider router={router} />
      </I18nProvider>
    </QueryClientProvider>
  )
}
