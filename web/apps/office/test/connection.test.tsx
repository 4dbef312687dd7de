import { created, mock, problem } from '@sild/api/testing'
import { act, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, it, vi } from 'vitest'
import { keys } from '../src/shell/query'
import { message, series } from './demo/work'
import { openApp } from './renderApp'
import { api } from './server'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  act(() => void dispatchEvent(new Event('online')))
})

/** The line goes: the browser says so, and nothing reaches the server. Gives what brings it back. */
function goOffline(): () => void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  api.use(http.all('*/api/*', () => HttpResponse.error()))
  act(() => void dispatchEvent(new Event('offline')))
  return () => {
    vi.restoreAllMocks()
    api.resetHandlers()
    act(() => void dispatchEvent(new Event('online')))
  }
}

it('without a connection a screen that was never seen says so, and comes by itself with it', async () => {
  const { user } = await openApp('/tasks')
  const goOnline = goOffline()
  await user.click(screen.getByRole('link', { name: 'Series' }))
  const told = await screen.findByRole('alert')
  expect(told.textContent).toContain('The server cannot be reached. Check your connection and try again.')
  await user.click(within(told).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('alert')).toBeTruthy()
  goOnline()
  expect(await screen.findByRole('link', { name: series().title })).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('an app that begins without a connection comes by itself with it', async () => {
  const goOnline = goOffline()
  await openApp('/tasks')
  expect(screen.getByRole('alert').textContent).toContain('No connection')
  goOnline()
  expect(await screen.findByRole('heading', { level: 1, name: 'Tasks' })).toBeTruthy()
})

it('what is sent without a connection fails at once and stays as it was typed', async () => {
  const { user } = await openApp('/tasks/tsk_statement')
  const text = screen.getByLabelText('Internal note')
  await user.type(text, 'Do not lose me')
  const goOnline = goOffline()
  await user.click(screen.getByRole('button', { name: 'Add internal note' }))
  await screen.findByText('The server cannot be reached. Check your connection and try again.')
  expect(text).toHaveProperty('value', 'Do not lose me')
  goOnline()
  api.use(
    mock('post', '/api/office/tasks/{task}/messages', ({ body }) =>
      created(message({ id: 'msg_9', text: body.text })),
    ),
  )
  await user.click(screen.getByRole('button', { name: 'Add internal note' }))
  await waitFor(() => expect(text).toHaveProperty('value', ''))
})

it('a session that is over leads from whatever is sent to the sign-in and back', async () => {
  api.use(mock('post', '/api/office/tasks/{task}/messages', () => problem(401, 'not_signed_in')))
  const { user, router } = await openApp('/tasks/tsk_statement')
  await user.type(screen.getByLabelText('Internal note'), 'Ask again')
  await user.click(screen.getByRole('button', { name: 'Add internal note' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeTruthy()
  expect(router.state.location.search).toEqual({ to: '/tasks/tsk_statement' })
})

it('a session that is over leads from the bell to the sign-in and back', async () => {
  const { queries, router } = await openApp('/tasks')
  api.use(mock('get', '/api/office/session', () => problem(401, 'not_signed_in')))
  await act(() => queries.invalidateQueries({ queryKey: keys.session }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeTruthy()
  expect(router.state.location.search).toEqual({ to: '/tasks' })
})

it('nobody is asked while nobody looks, and at once when somebody does again', async () => {
  await openApp('/inbox')
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const asked: string[] = []
  const note = ({ request }: { request: Request }) => void asked.push(new URL(request.url).pathname)
  api.events.on('request:start', note)
  const look = (state: DocumentVisibilityState) => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
    act(() => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  }
  try {
    look('hidden')
    await act(() => vi.advanceTimersByTimeAsync(10 * 60_000))
    expect(asked).toEqual([])
    look('visible')
    await waitFor(() => expect(asked).toContain('/api/office/session'))
    expect(asked).toContain('/api/office/tasks')
  } finally {
    api.events.removeListener('request:start', note)
  }
})
