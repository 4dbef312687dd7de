import { mock, problem } from '@sild/api/testing'
import { act, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { openApp } from '../../test/renderApp'
import { api } from '../../test/server'

it('the heading gets the focus when another screen opens, and names the window', async () => {
  const { user } = await openApp('/tasks')
  await user.click(screen.getByRole('link', { name: 'Series' }))
  // What stands there while the screen's code comes has the same heading.
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Series' })),
  )
  expect(document.title).toBe('Series · Sild')
})

it('says that there is no connection and of when what is shown is', async () => {
  await openApp('/tasks')
  await screen.findByText('Overdue by 2 days')
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  act(() => {
    window.dispatchEvent(new Event('offline'))
  })
  expect(await screen.findByText(/^You are offline\. What you see is from \d\d:\d\d\.$/)).toBeTruthy()
  online.mockReturnValue(true)
  act(() => {
    window.dispatchEvent(new Event('online'))
  })
  await waitFor(() => expect(screen.queryByText(/^You are offline/)).toBeNull())
  online.mockRestore()
})

it('signing out ends the session and forgets what was seen', async () => {
  let isEnded = false
  api.use(
    mock('delete', '/api/office/session', () => {
      isEnded = true
      api.use(mock('get', '/api/office/session', () => problem(401, 'not_signed_in')))
      return null
    }),
  )
  const { user, queries } = await openApp('/tasks')
  sessionStorage.setItem('sild.draft.tsk_1', '{}')
  await user.click(screen.getByRole('button', { name: /^Your account/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
  await screen.findByRole('heading', { name: 'Sign in' })
  expect(isEnded).toBe(true)
  expect(sessionStorage.length).toBe(0)
  expect(queries.getQueryData(['office', 'members'])).toBeUndefined()
})

it('a session that ends meanwhile leads to the sign-in and keeps the way back', async () => {
  const { router } = await openApp('/tasks')
  expect(router.state.location.pathname).toBe('/tasks')
  api.use(mock('get', '/api/office/session', () => problem(401, 'not_signed_in')))
  const again = await openApp('/series?x=1')
  expect(again.address()).toContain('/sign-in')
  expect(again.router.state.location.search).toMatchObject({ to: expect.stringContaining('/series') })
})

it('an address that leads nowhere says so and leads on', async () => {
  await openApp('/nowhere')
  expect(screen.getByText('There is nothing at this address')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Go to tasks' })).toBeTruthy()
})
