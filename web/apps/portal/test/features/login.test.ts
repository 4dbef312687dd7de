import { mock, problem } from '@sild/api/testing'
import { screen, waitFor } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { branding } from '../../demo/demo.ts'
import { readArrival } from '../../src/features/login/model/arrival.ts'
import { formatCode, isWholeCode } from '../../src/features/login/model/code.ts'
import { startLogin } from '../../src/features/login/ui/start.ts'
import { server } from '../server.ts'

const outcome = { kind: 'portal' as const, office_id: branding.office_id, slug: 'demo', target: null }
let root: HTMLElement
const go = vi.fn<(path: string) => void>()

beforeEach(() => {
  root = document.createElement('div')
  document.body.append(root)
  go.mockReset()
  server.use(
    mock('post', '/api/login/link', () => ({
      masked_email: 'm***@bakery.example',
      state: 'usable' as const,
    })),
  )
})

afterEach(() => root.remove())

function open(address: string, base_path = '') {
  history.replaceState(null, '', address)
  startLogin({ branding: { ...branding, base_path }, root, go })
  return userEvent.setup()
}

const heading = () => screen.getByRole('heading', { level: 1 }).textContent

test('asking for a link says the same for every address and offers the code', async () => {
  let asked: unknown
  server.use(
    mock('post', '/api/portals/{slug}/login', ({ body, params }) => {
      asked = { ...body, slug: params.slug }
      return {}
    }),
  )
  const user = open('/c/cli_1/tasks')
  expect(heading()).toBe('Demo Office')
  await user.type(screen.getByLabelText('Your e-mail address'), 'mari@bakery.example')
  await user.click(screen.getByRole('button', { name: 'Send me a link' }))
  await screen.findByLabelText('Or type the code from the e-mail')
  expect(heading()).toBe('Check your inbox')
  expect(document.activeElement?.textContent).toBe('Check your inbox')
  expect(root.textContent).toContain('If mari@bakery.example is known here, a link is on its way.')
  expect(asked).toEqual({ slug: 'demo', email: 'mari@bakery.example', target: '/c/cli_1/tasks' })
})

test('who sent the form before the script had come is told the same and can type the code', async () => {
  const user = open('/?sent#sent')
  expect(heading()).toBe('Check your inbox')
  expect(root.textContent).toContain('a link is on its way')
  expect(screen.getByLabelText('Or type the code from the e-mail')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /again/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Use another address' }))
  expect(heading()).toBe('Demo Office')
})

test('an address that was wrong before the script had come is said as well', () => {
  open('/?wrong#wrong')
  expect(heading()).toBe('Demo Office')
  expect(root.textContent).toContain('name@example.com')
})

test('too many tries are said with how long to wait, and the address stays', async () => {
  server.use(
    mock('post', '/api/portals/{slug}/login', () => problem(429, 'too_many_requests', { retryAfter: 150 })),
  )
  const user = open('/')
  await user.type(screen.getByLabelText('Your e-mail address'), 'mari@bakery.example')
  await user.click(screen.getByRole('button', { name: 'Send me a link' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Wait 3 minutes')
  expect(screen.getByLabelText<HTMLInputElement>('Your e-mail address').value).toBe('mari@bakery.example')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send me a link' }).disabled).toBe(false)
})

test('no connection and a bad address are said in words', async () => {
  server.use(mock('post', '/api/portals/{slug}/login', () => Response.error()))
  const user = open('/')
  await user.type(screen.getByLabelText('Your e-mail address'), 'mari@bakery')
  await user.click(screen.getByRole('button', { name: 'Send me a link' }))
  expect((await screen.findByRole('alert')).textContent).toBe(
    'There is no connection. Check it and try again.',
  )
  server.use(
    mock('post', '/api/portals/{slug}/login', () =>
      problem(422, 'invalid_value', { errors: [{ pointer: '/email', code: 'invalid_email' }] }),
    ),
  )
  await user.click(screen.getByRole('button', { name: 'Send me a link' }))
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('name@example.com'))
})

/** Goes to the code screen. */
async function toCode() {
  server.use(mock('post', '/api/portals/{slug}/login', () => ({})))
  const user = open('/')
  await user.type(screen.getByLabelText('Your e-mail address'), 'mari@bakery.example')
  await user.click(screen.getByRole('button', { name: 'Send me a link' }))
  const field = await screen.findByLabelText<HTMLInputElement>('Or type the code from the e-mail')
  return { user, field }
}

test('a typed code is written as in the mail and leads in', async () => {
  let sent = ''
  server.use(
    mock('post', '/api/login/code', ({ body }) => {
      sent = body.code
      return { ...outcome, target: '/c/cli_9/tasks' }
    }),
  )
  const { user, field } = await toCode()
  await user.type(field, 'k7m 2px')
  expect(field.value).toBe('K7M-2PX')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(go).toHaveBeenCalledWith('/c/cli_9/tasks'))
  expect(sent).toBe('K7M-2PX')
})

test('who sent the code before the script had come is told what is wrong with it', async () => {
  open('/?sent#code-wrong')
  expect(heading()).toBe('Check your inbox')
  expect(screen.getByRole('alert').textContent).toContain('This code does not work')
  open('/?sent#too-many')
  expect(screen.getByRole('alert').textContent).toContain('Wait an hour')
  expect(screen.getByLabelText('Or type the code from the e-mail')).toBeTruthy()
})

test('a short code asks nobody and a wrong one is said', async () => {
  const { user, field } = await toCode()
  await user.type(field, 'ABC')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect((await screen.findByRole('alert')).textContent).toContain('six letters and digits')
  server.use(mock('post', '/api/login/code', () => problem(404, 'not_found')))
  await user.type(field, 'DEF')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('This code does not work'))
  server.use(mock('post', '/api/login/code', () => problem(429, 'too_many_requests', { retryAfter: 60 })))
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Wait a minute'))
  expect(go).not.toHaveBeenCalled()
})

test('the mail can be sent again after 30 seconds, not before', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  let requests = 0
  const { user } = await toCode()
  server.use(
    mock('post', '/api/portals/{slug}/login', () => {
      requests += 1
      return {}
    }),
  )
  await user.click(screen.getByRole('button', { name: /Send it again in/ }))
  expect(requests).toBe(0)
  await vi.advanceTimersByTimeAsync(31_000)
  await user.click(screen.getByRole('button', { name: 'Send it again' }))
  await screen.findByRole('button', { name: /Send it again in/ })
  expect(requests).toBe(1)
})

test('another address leads back to the form', async () => {
  const { user } = await toCode()
  await user.click(screen.getByRole('button', { name: 'Use another address' }))
  expect(heading()).toBe('Demo Office')
  expect(screen.getByLabelText<HTMLInputElement>('Your e-mail address').value).toBe('')
})

test('R6: opening a link spends nothing; the click does and leads to its target', async () => {
  let spent = ''
  const user = open('/login#t=secret&to=/c/cli_1/tasks/tsk_2')
  expect(heading()).toBe('Good to see you')
  server.use(
    mock('post', '/api/login/redeem', ({ body }) => {
      spent = body.token
      return outcome
    }),
  )
  await user.click(screen.getByRole('button', { name: /^Continue/ }))
  await waitFor(() => expect(go).toHaveBeenCalledWith('/c/cli_1/tasks/tsk_2'))
  expect(spent).toBe('secret')
})

test('S20: a link says whose it is before it is used', async () => {
  open('/login#t=secret')
  await screen.findByRole('button', { name: 'Continue as m***@bakery.example' })
  expect(heading()).toBe('Good to see you')
})

for (const [state, title] of [
  ['spent', 'This link has been used'],
  ['expired', 'This link has expired'],
] as const)
  test(`S20: a link that is ${state} says so by itself`, async () => {
    server.use(mock('post', '/api/login/link', () => ({ masked_email: 'm***@bakery.example', state })))
    open('/login#t=old')
    await screen.findByRole('heading', { name: title })
    expect(screen.getByRole('button', { name: 'Send me a new link' })).toBeTruthy()
  })

test('a link that nobody knows says so by itself, and one that could not be looked at can be tried', async () => {
  server.use(mock('post', '/api/login/link', () => problem(500, 'internal_error')))
  open('/login#t=secret')
  expect(screen.getByRole('button', { name: 'Continue' })).toBeTruthy()
  server.use(mock('post', '/api/login/link', () => problem(404, 'not_found')))
  open('/login#t=strange')
  await screen.findByText('This link does not work here. Ask for a new one.')
})

test('the target that the server names wins, below the base of the portal', async () => {
  server.use(mock('post', '/api/login/redeem', () => ({ ...outcome, target: '/c/cli_3/tasks' })))
  const user = open('/p/demo/login#t=secret', '/p/demo')
  await user.click(screen.getByRole('button', { name: /^Continue/ }))
  await waitFor(() => expect(go).toHaveBeenCalledWith('/p/demo/c/cli_3/tasks'))
})

for (const [code, title] of [
  ['link_spent', 'This link has been used'],
  ['link_expired', 'This link has expired'],
] as const) {
  test(`S20: ${code} offers a new link with one tap`, async () => {
    let renewed = ''
    server.use(
      mock('post', '/api/login/redeem', () => problem(409, code)),
      mock('post', '/api/login/renew', ({ body }) => {
        renewed = body.token
        return {}
      }),
    )
    const user = open('/login#t=old')
    await user.click(screen.getByRole('button', { name: /^Continue/ }))
    await screen.findByRole('heading', { name: title })
    await user.click(screen.getByRole('button', { name: 'Send me a new link' }))
    await screen.findByRole('heading', { name: 'Check your inbox' })
    expect(root.textContent).toContain('A new link is on its way to the same address.')
    expect(renewed).toBe('old')
  })
}

test('a link that nobody knows leads to the form, and a fault leaves the button', async () => {
  server.use(mock('post', '/api/login/redeem', () => problem(500, 'internal_error')))
  const user = open('/login#t=strange')
  await user.click(screen.getByRole('button', { name: /^Continue/ }))
  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong on our side')
  server.use(mock('post', '/api/login/redeem', () => problem(404, 'not_found')))
  await user.click(screen.getByRole('button', { name: /^Continue/ }))
  await screen.findByLabelText('Your e-mail address')
  expect(root.textContent).toContain('This link does not work here')
})

test('somebody whose session is over is told so', () => {
  open('/login?ended=&to=/c/cli_1/tasks')
  expect(root.textContent).toContain('You have been signed out')
  expect(root.querySelector<HTMLInputElement>('[name="target"]')?.value).toBe('/c/cli_1/tasks')
})

test('the address says how somebody came', () => {
  const at = (pathname: string, search = '', hash = '') => readArrival('/p/demo', { pathname, search, hash })
  expect(at('/p/demo/login', '', '#t=a&to=//evil')).toEqual({ kind: 'link', token: 'a', target: null })
  expect(at('/p/demo/c/cli_1/tasks')).toEqual({ kind: 'form', target: '/c/cli_1/tasks', notice: null })
  expect(at('/p/demo')).toEqual({ kind: 'form', target: null, notice: null })
})

test('a code is six characters in two groups', () => {
  expect(['', 'a', 'abc', 'abcd', ' abc-def ', 'abcdefgh'].map(formatCode)).toEqual([
    '',
    'A',
    'ABC',
    'ABC-D',
    'ABC-DEF',
    'ABC-DEF',
  ])
  expect([isWholeCode('ABC-DEF'), isWholeCode('ABC-DE')]).toEqual([true, false])
})
