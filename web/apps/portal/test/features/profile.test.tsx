import type { PortalNotificationSettings, PortalProfile } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, expect, test } from 'vitest'
import { demoNotificationSettings, demoProfile } from '../../demo/demo.ts'
import { renderApp } from '../render-app.tsx'
import { server } from '../server.ts'

const profilePath = '/api/portal/{office}/profile'
const toldPath = '/api/portal/{office}/notification-settings'
const changePath = '/api/portal/{office}/email-change'

/** What the server knows; the handlers below change it as the server would. */
let known: PortalProfile
let told: PortalNotificationSettings
let sent: { body: object; version: string | null }[]

beforeEach(() => {
  known = demoProfile()
  told = demoNotificationSettings()
  sent = []
  server.use(
    mock('get', profilePath, () => known),
    mock('patch', profilePath, ({ body, headers }) => {
      sent.push({ body, version: headers.get('if-match') })
      if (headers.get('if-match') !== `"${known.version}"`) return problem(412, 'version_mismatch')
      known = { ...known, ...body, version: known.version + 1 }
      return known
    }),
    mock('get', toldPath, () => told),
    mock('patch', toldPath, ({ body, headers }) => {
      sent.push({ body, version: headers.get('if-match') })
      if (headers.get('if-match') !== `"${told.version}"`) return problem(412, 'version_mismatch')
      told = { ...told, ...(body as Partial<PortalNotificationSettings>), version: told.version + 1 }
      return told
    }),
  )
})

const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label)
const rowOf = (name: RegExp) => screen.findByRole('row', { name })
const account = () => screen.findByRole('button', { name: /Account and companies/ })

test('S55: the account menu leads to the profile, which says who one is', async () => {
  const { user } = renderApp('/')
  await user.click(await account())
  await user.click(screen.getByRole('link', { name: 'Profile' }))
  await screen.findByRole('heading', { level: 1, name: 'Profile' })
  expect((await field('Name')).value).toBe('Mari Maasikas')
  expect((await field('Telephone')).value).toBe('+372 5555 0100')
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'English' }).checked).toBe(true)
  const address = screen.getByRole('region', { name: 'E-mail address' })
  expect(within(address).getByText('mari@bakery.example')).toBeTruthy()
})

test('S55: a name saves itself when its person goes on, and the header follows', async () => {
  const { user } = renderApp('/profile')
  const name = await field('Name')
  await user.clear(name)
  await user.type(name, ' Mari Kuusk ')
  expect(sent).toEqual([])
  await user.tab()
  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(sent).toEqual([{ body: { name: 'Mari Kuusk' }, version: '"3"' }])
  await waitFor(() => expect(name.value).toBe('Mari Kuusk'))
  await user.click(await account())
  expect(screen.getAllByText('Mari Kuusk')).toHaveLength(1)
  expect(screen.queryByText('Not saved yet')).toBeNull()
})

test('Enter saves as well, a telephone number can go, and what did not change is not sent', async () => {
  const { user } = renderApp('/profile')
  const phone = await field('Telephone')
  await user.type(phone, '1')
  await user.keyboard('{Backspace}')
  await user.tab()
  expect(sent).toEqual([])
  await user.clear(phone)
  await user.type(phone, '{Enter}')
  await waitFor(() => expect(sent).toEqual([{ body: { phone: null }, version: '"3"' }]))
  await waitFor(() => expect(phone.value).toBe(''))
})

test.each([
  ['Name', 'name', 'required', 'Fill this in.'],
  ['Name', 'name', 'too_long', 'This is too long.'],
  ['Name', 'name', 'invalid_character', 'Use letters, digits and usual signs only.'],
  ['Telephone', 'phone', 'invalid_format', 'Type a telephone number, like +372\u00a05555\u00a00100.'],
])('%s: %s %s is said beside the field, which keeps the text', async (label, part, code, sentence) => {
  server.use(
    mock('patch', profilePath, () =>
      problem(422, 'invalid_value', { errors: [{ pointer: `/${part}`, code }] }),
    ),
  )
  const { user } = renderApp('/profile')
  const input = await field(label)
  await user.type(input, 'x')
  const typed = input.value
  await user.tab()
  expect((await screen.findByRole('alert')).textContent).toBe(sentence)
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(input.getAttribute('aria-describedby')).toContain(screen.getByRole('alert').id)
  expect(input.value).toBe(typed)
})

test('what could not be saved is kept over a reload and can be tried again', async () => {
  server.use(mock('patch', profilePath, () => Response.error(), { once: true }))
  const first = renderApp('/profile')
  await first.user.type(await field('Telephone'), '9')
  await first.user.tab()
  expect((await screen.findByRole('alert')).textContent).toContain('There is no connection')
  first.unmount()
  const { user } = renderApp('/profile')
  expect((await field('Telephone')).value).toBe('+372 5555 01009')
  expect(screen.getByText('Not saved yet')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(known.phone).toBe('+372 5555 01009')
})

test('a version that went on because of something else does not matter', async () => {
  const { user } = renderApp('/profile')
  await user.type(await field('Name'), '!')
  known = { ...known, phone: '112', version: 7 }
  await user.tab()
  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(sent.map(({ version }) => version)).toEqual(['"3"', '"7"'])
  expect([known.name, known.phone]).toEqual(['Mari Maasikas!', '112'])
})

test('412: what somebody else wrote meanwhile is shown, and one of the two stays', async () => {
  const { user } = renderApp('/profile')
  const name = await field('Name')
  await user.type(name, '!')
  known = { ...known, name: 'Mari Tamm', version: 7 }
  await user.tab()
  expect(await screen.findByText(/somebody else changed it to “Mari Tamm”/)).toBeTruthy()
  expect(name.value).toBe('Mari Maasikas!')
  expect(known.name).toBe('Mari Tamm')
  await user.click(screen.getByRole('button', { name: 'Save mine' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(known.name).toBe('Mari Maasikas!')

  await user.type(name, '!')
  known = { ...known, name: 'Mari Tamm', version: 9 }
  await user.tab()
  await user.click(await screen.findByRole('button', { name: 'Take theirs' }))
  await waitFor(() => expect(name.value).toBe('Mari Tamm'))
  expect(document.activeElement).toBe(name)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('S66: another language changes the whole app at once, and the focus stays', async () => {
  const { user } = renderApp('/profile')
  const finnish = await screen.findByRole('radio', { name: 'Suomi' })
  await user.click(finnish)
  expect(await screen.findByRole('heading', { level: 1, name: 'Profiili' })).toBeTruthy()
  expect(sent).toEqual([{ body: { language: 'fi' }, version: '"3"' }])
  expect(document.documentElement.lang).toBe('fi')
  await waitFor(() => expect(document.title).toBe('Profiili · Demo Office'))
  expect(screen.getByRole('link', { name: 'Tehtävät' })).toBeTruthy()
  expect(screen.getByText('Tallennettu')).toBeTruthy()
  expect(document.activeElement).toBe(finnish)
})

test('a language that is not saved goes back and says so', async () => {
  server.use(mock('patch', profilePath, () => problem(500, 'internal_error')))
  const { user } = renderApp('/profile')
  await user.click(await screen.findByRole('radio', { name: 'Eesti' }))
  expect((await screen.findByRole('alert')).textContent).toBe('That was not saved. Try again.')
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'English' }).checked).toBe(true)
  expect(document.title).toBe('Profile · Demo Office')
})

test('S55: a new address counts only after the click in a mail, and until then it can be called off', async () => {
  const asked: string[] = []
  server.use(
    mock('post', changePath, ({ body }) => {
      asked.push(body.email)
      known = { ...known, pending_email: body.email === known.email ? null : body.email }
      return Response.json({}, { status: 202 })
    }),
  )
  const { user } = renderApp('/profile')
  const change = await screen.findByRole('button', { name: 'Change' })
  await user.click(change)
  const input = await field('New e-mail address')
  expect(document.activeElement).toBe(input)
  await user.type(input, 'MARI@bakery.example{Enter}')
  expect((await screen.findByRole('alert')).textContent).toBe('This is your address already.')
  await user.clear(input)
  await user.type(input, ' mari@new.example {Enter}')
  expect(await screen.findByText(/We sent a link to mari@new.example/)).toBeTruthy()
  expect(document.activeElement).toBe(change)
  expect(screen.queryByLabelText('New e-mail address')).toBeNull()
  const address = screen.getByRole('region', { name: 'E-mail address' })
  expect(within(address).getByText('mari@bakery.example')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Send it again' }))
  expect(await screen.findByText('The link is on its way')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Keep my address' }))
  expect(await screen.findByText('Your address stays')).toBeTruthy()
  await waitFor(() => expect(screen.queryByText(/We sent a link/)).toBeNull())
  expect(asked).toEqual(['mari@new.example', 'mari@new.example', 'mari@bakery.example'])
})

test('S55: an address that waits for its click is told of on the next visit too', async () => {
  known = demoProfile({ pending_email: 'mari@new.example' })
  renderApp('/profile')
  expect(await screen.findByText(/We sent a link to mari@new.example/)).toBeTruthy()
})

test.each([
  [
    problem(422, 'invalid_value', { errors: [{ pointer: '/email', code: 'invalid_email' }] }),
    /^Type a whole/,
  ],
  [problem(429, 'too_many_requests', { retryAfter: 1_200 }), /Wait 20 minutes/],
  [problem(500, 'internal_error'), /^The link was not sent/],
  [Response.error(), /^There is no connection/],
])('an address that is not taken stays in its field with what to do', async (answer, sentence) => {
  server.use(mock('post', changePath, () => answer))
  const { user } = renderApp('/profile')
  await user.click(await screen.findByRole('button', { name: 'Change' }))
  const input = await field('New e-mail address')
  await user.type(input, 'mari{Enter}')
  expect((await screen.findByRole('alert')).textContent).toMatch(sentence)
  expect(input.value).toBe('mari')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('S56: each kind of mail has a switch, and what always comes has none', async () => {
  const { user } = renderApp('/profile')
  const off = await screen.findByRole<HTMLInputElement>('switch', { name: 'A message By e-mail' })
  expect(off.checked).toBe(true)
  await user.click(off)
  expect(await within(await rowOf(/^A message/)).findByText('Saved')).toBeTruthy()
  await waitFor(() => expect(off.checked).toBe(false))
  expect(sent).toEqual([{ body: { portal_message: { mail: false } }, version: '"0"' }])
  const always = await rowOf(/^Links to sign in/)
  expect(within(always).getByText('Always')).toBeTruthy()
  expect(within(always).queryByRole('switch')).toBeNull()
})

test('S56: a switch moved over an older version is moved all the same', async () => {
  const { user } = renderApp('/profile')
  const task = await screen.findByRole<HTMLInputElement>('switch', { name: /^A new task/ })
  told = { ...told, portal_message: { mail: false }, version: 4 }
  await user.click(task)
  expect(await within(await rowOf(/^A new task/)).findByText('Saved')).toBeTruthy()
  expect(told).toEqual({
    task_assigned: { mail: false },
    reminder: { mail: true },
    portal_message: { mail: false },
    task_withdrawn: { mail: true },
    version: 5,
  })
  const message = screen.getByRole<HTMLInputElement>('switch', { name: /^A message/ })
  await waitFor(() => expect(message.checked).toBe(false))
})

test('S56: a switch that is not saved goes back and says so', async () => {
  server.use(mock('patch', toldPath, () => problem(500, 'internal_error')))
  const { user } = renderApp('/profile')
  const task = await screen.findByRole<HTMLInputElement>('switch', { name: /^A new task/ })
  await user.click(task)
  expect((await screen.findByRole('alert')).textContent).toBe('That was not saved. Try again.')
  expect(task.checked).toBe(true)
})

test('a profile and settings that cannot be loaded can be tried again, each by itself', async () => {
  server.use(
    mock('get', profilePath, () => problem(403, 'role_required'), { once: true }),
    mock('get', toldPath, () => problem(403, 'role_required'), { once: true }),
  )
  const { user } = renderApp('/profile')
  expect(await screen.findByText('Your profile could not be loaded.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Your settings could not be loaded.')).toBeTruthy()
  expect(await field('Name')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('switch', { name: /^A message/ })).toBeTruthy()
})

test('a session that ends while somebody types leads back to the profile, and what they typed is still there', async () => {
  server.use(mock('patch', profilePath, () => problem(401, 'not_signed_in'), { once: true }))
  const first = renderApp('/profile')
  await first.user.type(await field('Name'), ' Kuusk')
  await first.user.tab()
  expect(await screen.findByRole('heading', { name: 'You are signed out' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Send me a link' }).getAttribute('href')).toBe(
    '/login?ended=&to=%2Fprofile',
  )
  first.unmount()
  renderApp('/profile')
  expect((await field('Name')).value).toBe('Mari Maasikas Kuusk')
})
