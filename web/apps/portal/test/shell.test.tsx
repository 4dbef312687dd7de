import { mock, problem } from '@sild/api/testing'
import { act, screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { bakery, branding, cafe, demoSession, demoSummary } from '../demo/demo.ts'
import { showIcon, startWorker } from '../src/app/install.ts'
import { initials } from '../src/shell/AccountMenu.tsx'
import { daysBetween, dueWords, sizeWords, whenWords } from '../src/shell/dates.ts'
import { firstClient, rememberClient } from '../src/shell/last-client.ts'
import { renderApp } from './render-app.tsx'
import { server } from './server.ts'

const tasks = '/api/portal/{office}/clients/{client}/tasks'

beforeEach(() => {
  server.use(
    mock('get', tasks, () => ({ items: [demoSummary({ title: 'The till of the café' })], next: null })),
  )
})

const account = () => screen.findByRole('button', { name: /Account and companies/ })

test('S28: the company is always named, and another one is two taps away', async () => {
  const { user } = renderApp('/')
  const button = await account()
  expect(button.textContent).toContain('Example Bakery OÜ')
  expect(screen.queryByRole('button', { name: /Sample Café AS/ })).toBeNull()
  await user.click(button)
  const current = screen.getByRole('button', { name: /^Example Bakery OÜ/ })
  expect(current.getAttribute('aria-current')).toBe('true')
  const other = screen.getByRole('button', { name: /^Sample Café AS/ })
  expect(within(other).getByText('2 tasks wait')).toBeTruthy()
  await user.click(other)
  expect(location.pathname).toBe(`/c/${cafe.id}/tasks`)
  expect(await screen.findByRole('link', { name: /The till of the café/ })).toBeTruthy()
  expect((await account()).textContent).toContain('Sample Café AS')
})

test('S28: what waits at other companies is counted beside the account and at their row', async () => {
  const busy = { ...cafe, waiting_count: 120 }
  const { user } = renderApp('/', { session: demoSession({ clients: [bakery, busy] }) })
  const button = await screen.findByRole('button', { name: /; 120 tasks wait at other companies$/ })
  expect(within(button).getByText('99+').closest('[aria-hidden]')).toBeTruthy()
  await user.click(button)
  const row = screen.getByRole('button', { name: /^Sample Café AS/ })
  expect(within(row).getByText('120 tasks wait')).toBeTruthy()
  expect(within(row).getByText('99+').parentElement?.className).toBe('waiting')
  const current = screen.getByRole('button', { name: /^Example Bakery OÜ.*6 tasks wait/ })
  expect(within(current).getByText('6').parentElement?.className).toBe('count')
})

test('S28: where nothing waits elsewhere there is nothing beside the account', async () => {
  const quiet = { ...cafe, waiting_count: 0 }
  renderApp('/', { session: demoSession({ clients: [bakery, quiet] }) })
  const button = await screen.findByRole('button', { name: /Account and companies$/ })
  expect(button.querySelector('.elsewhere')).toBeNull()
})

test('S28: another company opens in the section in which somebody is', async () => {
  server.use(
    mock('get', '/api/portal/{office}/clients/{client}/requests', () => ({ items: [], next: null })),
    mock('get', '/api/portal/{office}/clients/{client}/files', () => ({ items: [], next: null })),
  )
  const { user } = renderApp(`/c/${bakery.id}/requests/new`)
  const change = async (name: RegExp) => {
    await user.click(await account())
    await user.click(screen.getByRole('button', { name }))
  }
  await change(/^Sample Café AS/)
  expect(location.pathname).toBe(`/c/${cafe.id}/requests`)
  await change(/^Example Bakery OÜ/)
  await user.click(screen.getByRole('link', { name: 'Documents' }))
  await change(/^Sample Café AS/)
  expect(location.pathname).toBe(`/c/${cafe.id}/documents`)
})

test('signing out forgets what was typed', async () => {
  server.use(mock('delete', '/api/portal/{office}/session', () => null))
  localStorage.setItem('sild.draft.con_1.tsk_1', '{"text":"Half"}')
  const { user } = renderApp('/')
  await user.click(await account())
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await waitFor(() => expect(localStorage.getItem('sild.draft.con_1.tsk_1')).toBeNull())
})

test('S28: with one company there is no switcher', async () => {
  const { user } = renderApp('/', { session: demoSession({ clients: [bakery] }) })
  await user.click(await account())
  expect(screen.queryByText('Your companies')).toBeNull()
  expect(screen.getByRole('link', { name: 'Help' })).toBeTruthy()
})

test('the menu closes with Escape, which gives the focus back, and by a tap beside it', async () => {
  const { user } = renderApp('/')
  const button = await account()
  await user.click(button)
  expect(button.getAttribute('aria-expanded')).toBe('true')
  await waitFor(async () => {
    await user.keyboard('{Escape}')
    expect(button.getAttribute('aria-expanded')).toBe('false')
  })
  expect(document.activeElement).toBe(button)
  await user.click(button)
  await waitFor(async () => {
    await user.click(screen.getByRole('heading', { level: 1 }))
    expect(button.getAttribute('aria-expanded')).toBe('false')
  })
})

test('signing out that fails is said and stays signed in', async () => {
  server.use(mock('delete', '/api/portal/{office}/session', () => problem(500, 'internal_error')))
  const { user } = renderApp('/')
  await user.click(await account())
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  expect((await screen.findByRole('alert')).textContent).toBe('Signing out did not work. Try again.')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tasks')
})

test('a company that is not theirs and an address that never was look the same', async () => {
  for (const path of ['/c/cli_foreign/tasks', '/c/cli_foreign/tasks/tsk_1', '/nowhere']) {
    const { unmount } = renderApp(path)
    expect(await screen.findByRole('heading', { level: 1, name: 'This page is not here' })).toBeTruthy()
    unmount()
  }
})

test('S29: a company that is taken from them while they look leaves nothing behind', async () => {
  server.use(
    mock('get', '/api/portal/{office}/clients/{client}/files', () => problem(404, 'not_found')),
    mock('get', '/api/portal/{office}/session', () => demoSession({ clients: [cafe] })),
  )
  const { user } = renderApp('/')
  await user.click(await screen.findByRole('link', { name: 'Documents' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'This page is not here' })).toBeTruthy()
  expect(document.body.textContent).not.toContain('Example Bakery OÜ')
  await user.click(screen.getByRole('link', { name: 'Show my tasks' }))
  expect(location.pathname).toBe(`/c/${cafe.id}/tasks`)
})

test('without an open company it says so', async () => {
  renderApp('/', { session: demoSession({ clients: [] }), client: null, tasks: null })
  expect(await screen.findByText('Nothing is open for you')).toBeTruthy()
})

test('a session that is over leads back to a new link and to where somebody was', async () => {
  server.use(mock('get', tasks, () => problem(401, 'not_signed_in')))
  renderApp(`/c/${cafe.id}/tasks`)
  expect(await screen.findByRole('heading', { level: 1, name: 'You are signed out' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Send me a link' }).getAttribute('href')).toBe(
    `/login?ended=&to=%2Fc%2F${cafe.id}%2Ftasks`,
  )
})

test('below a base path every address keeps it', async () => {
  const { container } = renderApp('/p/demo', { branding: { ...branding, base_path: '/p/demo' } })
  await screen.findByRole('heading', { level: 1, name: 'Tasks' })
  expect(location.pathname).toBe(`/p/demo/c/${bakery.id}/tasks`)
  expect(container.querySelector('a[href^="/p/demo/c/"]')).toBeTruthy()
})

test('without a connection a bar says from when the shown things are', async () => {
  renderApp('/')
  await screen.findByRole('heading', { level: 1 })
  const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  act(() => void dispatchEvent(new Event('offline')))
  expect(await screen.findByText(/^No connection. This is from .*\d\d:\d\d.$/)).toBeTruthy()
  isOnline.mockReturnValue(true)
  act(() => void dispatchEvent(new Event('online')))
  await waitFor(() => expect(screen.queryByText(/^No connection/)).toBeNull())
})

test('what the browser kept of an answer says from when it is', async () => {
  const kept = { headers: { 'x-kept-at': '2026-03-02T06:10:00.000Z' } }
  server.use(mock('get', tasks, () => Response.json({ items: [], next: null }, kept), { once: true }))
  const { user } = renderApp(`/c/${cafe.id}/tasks`)
  expect(await screen.findByText('No connection. This is from 08:10.')).toBeTruthy()
  await user.click(await account())
  await user.click(screen.getByRole('button', { name: /^Example Bakery OÜ/ }))
  server.use(mock('get', '/api/portal/{office}/clients/{client}/requests', () => ({ items: [], next: null })))
  await user.click(screen.getByRole('link', { name: 'Requests' }))
  await waitFor(() => expect(screen.queryByText(/^No connection/)).toBeNull())
})

test('the worker starts only where the page offers itself as an app, and the office’s icon stands in the tab', () => {
  const register = vi.fn(() => Promise.resolve())
  Object.defineProperty(navigator, 'serviceWorker', { value: { register }, configurable: true })
  startWorker({ ...branding, base_path: '/p/demo' })
  expect(register).not.toHaveBeenCalled()
  document.head.innerHTML = '<link rel="manifest" href="/m"><link rel="icon" href="/icon.svg">'
  startWorker({ ...branding, base_path: '/p/demo' })
  expect(register).toHaveBeenCalledWith('/p/demo/sw.js', { scope: '/p/demo/' })
  showIcon({ ...branding, icon: { url: '/media/icon.png', width: 512, height: 512 } })
  const icons = [...document.head.querySelectorAll('link')].map((link) => `${link.rel} ${link.href}`)
  expect(icons.slice(1)).toEqual([
    'icon http://demo.localhost/media/icon.png',
    'apple-touch-icon http://demo.localhost/media/icon.png',
  ])
  document.head.innerHTML = ''
  Reflect.deleteProperty(navigator, 'serviceWorker')
})

test('a new screen gives the focus to its heading', async () => {
  const { user } = renderApp('/')
  await user.click(await account())
  await user.click(screen.getByRole('link', { name: 'Help' }))
  const heading = await screen.findByRole('heading', { level: 1, name: 'Help' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  expect(document.title).toBe('Help · Demo Office')
})

test('the last company is the first of the next visit, if it is still open', () => {
  const session = demoSession()
  expect(firstClient('off_1', session, null)).toBe(bakery.id)
  expect(firstClient('off_1', session, cafe.id)).toBe(cafe.id)
  rememberClient('off_1', cafe.id)
  expect(firstClient('off_1', session, bakery.id)).toBe(cafe.id)
  expect(firstClient('off_2', session, null)).toBe(bakery.id)
  rememberClient('off_1', 'cli_closed')
  expect(firstClient('off_1', session, 'cli_closed_too')).toBe(bakery.id)
  expect(firstClient('off_1', demoSession({ clients: [] }), null)).toBeNull()
})

test('initials are the first and the last name', () => {
  expect(['Mari Maasikas', 'mari', 'Anna Liisa von Öpik', ' '].map(initials)).toEqual(['MM', 'M', 'AÖ', ''])
})

test('due dates are said in words', () => {
  const today = '2026-03-02'
  expect(dueWords(null, today, false)).toBe('No date')
  expect(dueWords('2026-03-01', today, true)).toBe('Overdue by 1 day')
  expect(dueWords('2026-02-20', today, true)).toBe('Overdue by 10 days')
  expect(dueWords('2026-03-02', today, false)).toBe('Due today')
  expect(dueWords('2026-03-03', today, false)).toBe('Due tomorrow')
  expect(dueWords('2026-03-05', today, false)).toBe('Due Thursday 5 March')
  expect(dueWords('2027-03-05', today, false)).toBe('Due 5 March 2027')
  expect(dueWords('2026-03-05', today, false, 'day')).toBe('Due Thu 5 Mar')
})

test('days are counted on the calendar, over clock changes and years', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1)
})

test('the time says the hour today and the date before', () => {
  expect(whenWords('2026-03-02T08:05:00Z', '2026-03-02')).toBe('10:05')
  expect(whenWords('2026-03-01T08:05:00Z', '2026-03-02')).toBe('1 Mar, 10:05')
  expect(whenWords('2025-12-31T23:30:00Z', '2026-03-02')).toBe('1 Jan, 01:30')
  expect(whenWords('2025-12-30T23:30:00Z', '2026-03-02')).toBe('31 Dec 2025, 01:30')
})

test('sizes are said as people say them', () => {
  expect([1, 48_120, 1_048_576, 2_483_311, 10_485_760].map(sizeWords)).toEqual([
    '1 kB',
    '47 kB',
    '1 MB',
    '2.4 MB',
    '10 MB',
  ])
})
