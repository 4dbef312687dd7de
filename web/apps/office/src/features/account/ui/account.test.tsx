import type { NotificationSettings, OfficeLogin, Profile } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { session } from '../../../../test/demo/data'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { startLanguage } from '../../../shell/i18n'

const { id, name, email, role } = session.member
const profile: Profile = { id, name, email, role, language: 'en', version: 4 }
const both = { mail: true, in_app: true }
const switches: NotificationSettings = {
  new_request: both,
  portal_message: both,
  client_file: both,
  client_done: { mail: false, in_app: true },
  version: 7,
}
const login = (change: Partial<OfficeLogin>): OfficeLogin => ({
  id: 'ses_here',
  device: 'Firefox, Linux',
  started_at: '2026-03-02T08:00:00Z',
  expires_at: '2026-04-01T08:00:00Z',
  is_current: true,
  ...change,
})
const elsewhere = login({ id: 'ses_there', device: 'Safari, iPhone', is_current: false })

beforeEach(() => {
  api.use(
    mock('get', '/api/office/profile', () => profile),
    mock('get', '/api/office/notification-settings', () => switches),
    mock('get', '/api/office/sessions', () => ({ items: [login({}), elsewhere] })),
  )
})

afterEach(() => startLanguage('en', 'Europe/Tallinn'))

describe('the own account (S64)', () => {
  it('is reached from the menu of the person', async () => {
    const { user, address } = await openApp('/series')
    await user.click(screen.getByRole('button', { name: /^Your account/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Your account' }))
    await waitFor(() => expect(address()).toBe('/account'))
  })

  it('takes another name, which the frame shows at once', async () => {
    const sent: unknown[] = []
    api.use(
      mock('patch', '/api/office/profile', ({ body, headers }) => {
        sent.push([body, headers.get('if-match')])
        return { ...profile, name: 'New Name', version: 5 }
      }),
    )
    const { user } = await openApp('/account')
    const field = await screen.findByLabelText('Your name')
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
    await user.clear(field)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Fill this in.')
    await user.type(field, 'New Name')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Saved.')
    expect(sent).toEqual([[{ name: 'New Name' }, '"4"']])
    expect(screen.getByRole('button', { name: /^Your account/ }).textContent).toContain('New Name')
  })

  it('takes another language, in which everything is at once', async () => {
    api.use(
      mock('patch', '/api/office/profile', ({ body }) => {
        expect(body).toEqual({ language: 'et' })
        return { ...profile, language: 'et', version: 5 }
      }),
    )
    const { user } = await openApp('/account')
    await user.click(await screen.findByRole('button', { name: /Language/ }))
    await user.click(await screen.findByRole('option', { name: 'Eesti' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Teie konto', { selector: 'h1' }, { timeout: 10_000 })
    expect(screen.getByText('Ülesanded')).toBeTruthy()
    expect(screen.getByLabelText('Rakenduses: Klient saadab pöördumise')).toBeTruthy()
    expect(document.documentElement.lang).toBe('et')
  })

  it('changed elsewhere meanwhile shows that, and what was typed stays', async () => {
    let current = profile
    api.use(
      mock('get', '/api/office/profile', () => current),
      mock('patch', '/api/office/profile', () => {
        current = { ...profile, name: 'From Elsewhere', version: 5 }
        return problem(412, 'version_mismatch')
      }),
    )
    const { user } = await openApp('/account')
    const field = await screen.findByLabelText('Your name')
    await user.type(field, ' Here')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Your name: From Elsewhere')
    expect(field).toHaveProperty('value', 'Demo Owner Here')
  })
})

describe('what a member is told of (S49–S51)', () => {
  const box = (label: string) => screen.findByRole<HTMLInputElement>('checkbox', { name: label })
  const requests = 'By mail: A client sends a request'
  const files = 'In the app: A client sends a file'

  it('is switched by kind and way at once, one after the other', async () => {
    const sent: unknown[] = []
    let now = switches
    api.use(
      mock('patch', '/api/office/notification-settings', ({ body, headers }) => {
        sent.push([body, headers.get('if-match')])
        const merged = { new_request: { ...now.new_request, ...body.new_request } }
        const file = { client_file: { ...now.client_file, ...body.client_file } }
        now = { ...now, ...merged, ...file, version: now.version + 1 }
        return now
      }),
    )
    const { user } = await openApp('/account')
    expect((await box('By mail: A client says that a task is done')).checked).toBe(false)
    await user.click(await box(requests))
    await user.click(await box(files))
    expect([(await box(requests)).checked, (await box(files)).checked]).toEqual([false, false])
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent).toEqual([
      [{ new_request: { mail: false } }, '"7"'],
      [{ client_file: { in_app: false } }, '"8"'],
    ])
    expect([(await box(requests)).checked, (await box(files)).checked]).toEqual([false, false])
  })

  it('goes back when it is refused, and says why', async () => {
    api.use(mock('patch', '/api/office/notification-settings', () => problem(500, 'internal_error')))
    const { user } = await openApp('/account')
    await user.click(await box(requests))
    await screen.findByText(/Something went wrong on our side/)
    expect((await box(requests)).checked).toBe(true)
  })

  it('as it stands elsewhere is shown when that is newer', async () => {
    let now = switches
    api.use(
      mock('get', '/api/office/notification-settings', () => now),
      mock('patch', '/api/office/notification-settings', () => {
        now = { ...switches, client_file: { mail: false, in_app: false }, version: 9 }
        return problem(412, 'version_mismatch')
      }),
    )
    const { user } = await openApp('/account')
    await user.click(await box(requests))
    await screen.findByText(/You have changed this elsewhere meanwhile/)
    await waitFor(async () => expect((await box(files)).checked).toBe(false))
    expect((await box(requests)).checked).toBe(true)
  })
})

describe('where a member is signed in (S64)', () => {
  it('is listed with the one here marked, and ended elsewhere', async () => {
    const ended: string[] = []
    let items = [login({}), elsewhere]
    api.use(
      mock('get', '/api/office/sessions', () => ({ items })),
      mock('delete', '/api/office/sessions/{session}', ({ params }) => {
        ended.push(String(params.session))
        items = [login({})]
        return null
      }),
    )
    const { user } = await openApp('/account')
    const card = within(await screen.findByRole('region', { name: 'Where you are signed in' }))
    const rows = await card.findAllByRole('listitem')
    expect(rows.map(({ textContent }) => textContent?.includes('Here'))).toEqual([true, false])
    expect(card.getAllByRole('button')).toHaveLength(1)
    await user.click(card.getByRole('button', { name: /^Sign out there: Safari, iPhone/ }))
    await card.findByText('You are signed in nowhere else.')
    expect(ended).toEqual(['ses_there'])
  })

  it('that does not come leaves the rest in peace', async () => {
    api.use(mock('get', '/api/office/sessions', () => problem(500, 'internal_error')))
    await openApp('/account')
    await screen.findByText('Your sign-ins could not be loaded')
    expect(screen.getByLabelText('Your name')).toBeTruthy()
  })
})
