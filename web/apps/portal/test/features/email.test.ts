// S55: the page to which the mail to a new address leads.

import { mock, problem } from '@sild/api/testing'
import { screen, waitFor } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fillPage, partsOf } from '../../build/template.ts'
import { branding, demoBoot, demoSession } from '../../demo/demo.ts'
import { readArrival, readConfirmation } from '../../src/features/login/model/arrival.ts'
import { startConfirmation } from '../../src/features/login/ui/confirm.ts'
import { i18n } from '../../src/shell/i18n.ts'
import { start } from '../../src/start.ts'
import { server } from '../server.ts'

const page =
  '<div id="root">__SILD_FALLBACK__</div><script type="application/json" id="boot">__SILD_BOOT__</script>'
let root: HTMLElement
const go = vi.fn<(path: string) => void>()

beforeEach(() => {
  root = document.createElement('div')
  document.body.append(root)
  go.mockReset()
})

afterEach(() => {
  document.body.innerHTML = ''
})

function open(base_path = '') {
  startConfirmation({ branding: { ...branding, base_path }, root, token: 'secret', go })
  return userEvent.setup()
}

const heading = () => screen.getByRole('heading', { level: 1 }).textContent
const press = { name: 'Confirm the address' }

test('R6: opening the link spends nothing; the click does, and says which address counts', async () => {
  const sent: string[] = []
  server.use(
    mock('post', '/api/email-change/confirm', ({ body }) => {
      sent.push(body.token)
      return { email: 'mari@new.example' }
    }),
  )
  const user = open('/p/demo')
  expect(heading()).toBe('Confirm your new address')
  expect(root.textContent).toContain('sign in to the portal of Demo Office OÜ')
  expect(sent).toEqual([])
  await user.click(screen.getByRole('button', press))
  await screen.findByRole('heading', { name: 'Your new address is in use' })
  expect(document.activeElement?.textContent).toBe('Your new address is in use')
  expect(root.textContent).toContain('From now on you sign in with mari@new.example')
  expect(screen.queryByRole('button', press)).toBeNull()
  expect(sent).toEqual(['secret'])
  await user.click(screen.getByRole('button', { name: 'Open the portal' }))
  expect(go).toHaveBeenCalledWith('/p/demo/')
})

test.each([
  [409, 'link_spent', 'This link has been used'],
  [409, 'link_expired', 'This link has expired'],
  [409, 'link_replaced', 'This link no longer works'],
  [409, 'address_taken', 'This address is taken'],
  [404, 'not_found', 'This link does not work here'],
])('%i %s ends with what it means, and no second try', async (status, code, title) => {
  server.use(mock('post', '/api/email-change/confirm', () => problem(status, code)))
  const user = open()
  await user.click(screen.getByRole('button', press))
  await screen.findByRole('heading', { name: title })
  expect(document.title).toBe(`${title} · Demo Office`)
  expect(screen.queryByRole('button', press)).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Open the portal' }))
  expect(go).toHaveBeenCalledWith('/')
})

test('a fault and a lost connection leave the button', async () => {
  server.use(mock('post', '/api/email-change/confirm', () => problem(500, 'internal_error')))
  const user = open()
  await user.click(screen.getByRole('button', press))
  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong on our side')
  server.use(mock('post', '/api/email-change/confirm', () => Response.error()))
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', press).disabled).toBe(false))
  await user.click(screen.getByRole('button', press))
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('There is no connection'))
  expect(heading()).toBe('Confirm your new address')
})

test.each([
  ['with a session', demoSession(), 'en', 'Confirm the address'],
  [
    'in the language of the session',
    demoSession({ contact: { ...demoSession().contact, language: 'fi' } }),
    'fi',
    'Vahvista osoite',
  ],
  ['without one', null, 'en', 'Confirm the address'],
] as const)('the page waits for a click %s', async (_how, session, language, button) => {
  history.replaceState(null, '', '/email#e=secret')
  document.body.innerHTML = fillPage(page, partsOf(demoBoot({ session, client: null, tasks: null })))
  await start()
  expect(screen.getByRole('button', { name: button })).toBeTruthy()
  expect(i18n.language()).toBe(language)
  expect(document.documentElement.lang).toBe(language)
})

test('only a link to an address is one', () => {
  expect(readConfirmation({ hash: '#e=secret' })).toBe('secret')
  for (const hash of ['', '#', '#e=', '#t=secret', '#sent']) expect(readConfirmation({ hash })).toBeNull()
  const arrival = readArrival('', { pathname: '/email', search: '', hash: '#e=secret' })
  expect(arrival.kind).toBe('form')
})
