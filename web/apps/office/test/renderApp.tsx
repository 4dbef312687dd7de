import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect } from 'vitest'
import { App } from '../src/app/App'
import { type AppRouter, createAppRouter, signInAgain } from '../src/app/router'
import { t } from '../src/shell/i18n'
import { createQueries } from '../src/shell/query'

/** Opens the app at an address, as a browser would, and waits for the screen's heading. */
export async function openApp(address: string) {
  const queries = createQueries(() => signInAgain(router))
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: false } })
  const history = createMemoryHistory({ initialEntries: [address] })
  const router: AppRouter = createAppRouter(queries, history)
  const user = userEvent.setup()
  render(<App queries={queries} router={router} />)
  await screen.findByRole('heading', { level: 1 }, { timeout: 5000 })
  await waitFor(() => expect(screen.queryByRole('status', { name: t('states.loading') })).toBeNull())
  return { user, router, queries, address: () => router.state.location.href }
}
