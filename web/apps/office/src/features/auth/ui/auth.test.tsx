import { created, mock, problem } from '@sild/api/testing'
import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { session } from '../../../../test/demo/data'
import { tasks } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { readFragment, safeTarget } from '../model/target'

const signedOut = () => api.use(mock('get', '/api/office/session', () => problem(401, 'not_signed_in')))
const outcome = { kind: 'office', office_id: 'off_demo', slug: null, target: null } as const

describe('signing in', () => {
  it('leads from a protected screen to the form and back to it by the typed code', async () => {
    signedOut()
    const asked: unknown[] = []
    api.use(
      mock('post', '/api/office-login', ({ body }) => {
        asked.push(body)
        return new Response('{}', { status: 202 })
      }),
      mock('post', '/api/login/code', ({ body }) => {
        asked.push(body)
        api.use(mock('get', '/api/office/session', () => session))
        return outcome
      }),
    )
    const { user, address } = await openApp('/tasks?state=completed')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sign in')
    await user.type(screen.getByLabelText('E-mail address'), 'owner@office.example')
    await user.click(screen.getByRole('button', { name: 'Send me a link' }))
    await screen.findByRole('heading', { name: 'Check your inbox' })
    expect(address()).not.toContain('owner@office.example')
    await user.type(screen.getByLabelText('Code from the mail'), 'ab12-cd34')
    await user.click(screen.getByRole('button', { name: 'Sign in with the code' }))
    await screen.findByRole('heading', { name: 'Tasks' })
    expect(address()).toBe('/tasks?state=completed')
    expect(asked).toEqual([
      { email: 'owner@office.example', target: '/tasks?state=completed' },
      { code: 'AB12CD34' },
    ])
  })

  it('says at the field what is wrong with an address and keeps it', async () => {
    signedOut()
    const { user } = await openApp('/sign-in')
    await user.type(screen.getByLabelText('E-mail address'), 'owner')
    await user.click(screen.getByRole('button', { name: 'Send me a link' }))
    await screen.findByText('Write an e-mail address such as name@company.com.')
    expect(screen.getByLabelText('E-mail address')).toHaveProperty('value', 'owner')
  })

  it('says how long to wait after too many tries', async () => {
    signedOut()
    api.use(mock('post', '/api/office-login', () => problem(429, 'too_many_requests', { retryAfter: 120 })))
    const { user } = await openApp('/sign-in')
    await user.type(screen.getByLabelText('E-mail address'), 'owner@office.example')
    await user.click(screen.getByRole('button', { name: 'Send me a link' }))
    await screen.findByText('Too many tries. Wait 2 minutes and try again.')
  })
})

describe('a mailed link', () => {
  beforeEach(() => {
    api.use(
      mock('post', '/api/login/link', () => ({
        masked_email: 'o***@office.example',
        state: 'usable' as const,
      })),
    )
  })

  it('says whose it is before it is used', async () => {
    signedOut()
    await openApp('/login#t=secret')
    await screen.findByRole('button', { name: 'Continue as o***@office.example' })
  })

  it.each([
    ['expired', 'This link has expired'],
    ['spent', 'This link has been used'],
  ] as const)('that is %s says so by itself', async (state, title) => {
    signedOut()
    api.use(mock('post', '/api/login/link', () => ({ masked_email: 'o***@office.example', state })))
    await openApp('/login#t=secret')
    await screen.findByRole('heading', { name: title })
    expect(screen.getByRole('button', { name: 'Send me a new link' })).toBeTruthy()
  })

  it('spends nothing until the button is pressed, then leads to its target', async () => {
    signedOut()
    let spent = 0
    api.use(
      mock('post', '/api/login/redeem', ({ body }) => {
        spent += 1
        expect(body).toEqual({ token: 'secret' })
        api.use(mock('get', '/api/office/session', () => session))
        return outcome
      }),
    )
    const { user, address } = await openApp('/login#t=secret&to=/series')
    expect(spent).toBe(0)
    await user.click(screen.getByRole('button', { name: /^Continue/ }))
    await screen.findByRole('heading', { name: 'Series' })
    expect(spent).toBe(1)
    expect(address()).toBe('/series')
  })

  it('stays unspent when somebody is signed in already', async () => {
    const { address } = await openApp('/login#t=secret&to=/tasks')
    await screen.findByRole('heading', { name: 'Tasks' })
    expect(address()).toBe('/tasks')
    await screen.findByText(tasks[0]?.title ?? '')
  })

  it.each([
    ['link_expired', 'This link has expired'],
    ['link_spent', 'This link has been used'],
  ])('that is refused with %s offers a new one with one tap', async (code, title) => {
    signedOut()
    let renewed: unknown = null
    api.use(
      mock('post', '/api/login/redeem', () => problem(409, code)),
      mock('post', '/api/login/renew', ({ body }) => {
        renewed = body
        return new Response('{}', { status: 202 })
      }),
    )
    const { user } = await openApp('/login#t=secret')
    await user.click(screen.getByRole('button', { name: /^Continue/ }))
    await screen.findByRole('heading', { name: title })
    await user.click(screen.getByRole('button', { name: 'Send me a new link' }))
    await screen.findByRole('heading', { name: 'Check your inbox' })
    expect(renewed).toEqual({ token: 'secret' })
  })

  it('never leads away from the app', () => {
    expect(safeTarget('//elsewhere.example')).toBeNull()
    expect(safeTarget('https://elsewhere.example')).toBeNull()
    expect(safeTarget('/\\elsewhere.example')).toBeNull()
    expect(safeTarget('/login#t=again')).toBeNull()
    expect(safeTarget('/tasks/tsk_1')).toBe('/tasks/tsk_1')
    expect(readFragment('t=secret&to=//elsewhere.example')).toEqual({ token: 'secret', target: null })
  })
})

describe('founding an office', () => {
  it('takes language and time zone from the browser and maps the server’s errors to fields', async () => {
    signedOut()
    const asked: unknown[] = []
    api.use(
      mock('post', '/api/offices', ({ body }) => {
        asked.push(body)
        return asked.length === 1
          ? problem(422, 'invalid_value', {
              errors: [{ pointer: '/office_name', code: 'invalid_character' }],
            })
          : created({})
      }),
    )
    const { user } = await openApp('/sign-up')
    await user.type(screen.getByLabelText('Name of the office'), 'Demo Office')
    await user.type(screen.getByLabelText('Your name'), 'Demo Owner')
    await user.type(screen.getByLabelText('E-mail address'), 'owner@office.example')
    await user.click(screen.getByRole('button', { name: 'Create office' }))
    await screen.findByText('This contains a character that is not possible here.')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name of the office')))
    await user.click(screen.getByRole('button', { name: 'Create office' }))
    await screen.findByRole('heading', { name: 'Check your inbox' })
    expect(asked[1]).toMatchObject({
      language: 'en',
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    })
  })
})
