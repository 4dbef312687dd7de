// S66: the office's app in the language of the member.
import { mock, problem } from '@sild/api/testing'
import type { Catalogue } from '@sild/i18n'
import { pseudo, untranslated } from '@sild/i18n/pseudo'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guessLanguage, keepLanguage, startLanguage, t } from '../src/shell/i18n'
import * as office from './demo/data'
import * as own from './demo/own'
import * as work from './demo/work'
import { openApp } from './renderApp'
import { api } from './server'

// Estonian stands between marks here, so that what a screen says without them is no message.
const marked = async (load: <T>() => Promise<T>) => ({
  default: pseudo((await load<{ default: Catalogue }>()).default),
})
vi.mock(
  '../src/messages/et.json?icu=!account,audit,colours,media,officeSettings,overview,portal,preview,staff,templates',
  (load) => marked(load),
)
vi.mock(
  '../src/messages/et.json?icu=account,audit,colours,media,officeSettings,overview,portal,preview,staff,templates',
  (load) => marked(load),
)

const demo = {
  ...office,
  ...own,
  ...work,
  made: [work.task(), work.series(), work.seriesList(), work.overview()],
  product: ['Sild', '99+'],
  responsible: 'Demo Owner ja Second Accountant',
  clientsOfContact: 'Example Bakery OÜ ja Example Garage OÜ',
  // What react-aria says of its own, in Estonian.
  components: ['Vali kõik', 'päev,', 'kuu,', 'aasta,', 'Kalender', 'ere oranž', 'Lõpeta'],
}

const inLanguage = (language: 'et' | 'fi') =>
  api.use(
    mock('get', '/api/office/session', () => ({
      ...office.session,
      member: { ...office.session.member, language },
    })),
  )

beforeEach(() => {
  localStorage.clear()
  api.use(
    mock('get', '/api/office/overview', () => work.overview({ is_cut: true })),
    mock('post', '/api/login/link', () => ({ state: 'usable', masked_email: 'd***@demo.example' })),
  )
})
afterEach(async () => startLanguage('en', 'Europe/Tallinn'))

describe('the language', () => {
  it('is that of the session, whatever was in use before', async () => {
    inLanguage('fi')
    await openApp('/tasks')
    expect(await screen.findByRole('heading', { level: 1, name: 'Tehtävät' })).toBeTruthy()
    expect(await screen.findByText('2 päivää myöhässä')).toBeTruthy()
    expect(document.documentElement.lang).toBe('fi')
    expect(guessLanguage(['en'])).toBe('fi')
  })

  it('before the sign-in is the one chosen here, then the browser’s', () => {
    expect(guessLanguage(['de-DE', 'et-EE', 'en'])).toBe('et')
    expect(guessLanguage(['de'])).toBe('en')
    keepLanguage('fi')
    expect(guessLanguage(['et'])).toBe('fi')
  })

  it('can be chosen on the sign-in page', async () => {
    api.use(mock('get', '/api/office/session', () => problem(401, 'not_signed_in')))
    await openApp('/sign-in')
    const choice = screen.getByRole('navigation', { name: 'Language' })
    const buttons = [...choice.querySelectorAll('button')].map((button) => [button.textContent, button.lang])
    expect(buttons).toEqual([
      ['English', 'en'],
      ['Eesti', 'et'],
      ['Suomi', 'fi'],
    ])
    expect(screen.getByRole('button', { name: 'English' }).getAttribute('aria-current')).toBe('true')
  })
})

describe('no screen says anything that is not a message', () => {
  it.each([
    '/inbox',
    '/overview',
    '/tasks',
    '/tasks/tsk_statement',
    '/requests',
    '/requests/req_certificate',
    '/clients',
    '/clients/cli_001',
    '/clients/cli_001?tab=contacts',
    '/clients/cli_001?tab=files',
    '/clients/import',
    '/contacts',
    '/contacts/con_1',
    '/series',
    '/series/new',
    '/series/ser_vat',
    '/settings/portal',
    '/settings/portal/templates',
    '/settings/members',
    '/settings/office',
    '/settings/audit',
    '/account',
    '/nowhere',
  ])('%s', async (address) => {
    inLanguage('et')
    await startLanguage('et', 'Europe/Tallinn')
    await openApp(address)
    expect(untranslated(document.body, demo)).toEqual([])
  })

  /** Where a dialog opens, and by which button. */
  it.each([
    ['/tasks', 'tasks.new'],
    ['/clients', 'clients.new'],
    ['/clients', 'exports.open'],
    ['/clients/cli_001', 'clientCard.editDetails'],
    ['/clients/cli_001', 'clientCard.changeTeam'],
    ['/clients/cli_001?tab=contacts', 'contacts.add'],
    ['/requests/req_certificate', 'requests.convert'],
    ['/settings/members', 'staff.invite'],
    ['/settings/portal/templates', 'templates.new'],
    ['/settings/audit', 'audit.export'],
    ['/tasks/tsk_statement', 'portalPanel.withdraw'],
  ] as const)('%s: the dialog of %s', async (address, key) => {
    inLanguage('et')
    await startLanguage('et', 'Europe/Tallinn')
    const { user } = await openApp(address)
    const [open] = await screen.findAllByRole('button', { name: t(key) })
    await user.click(open as HTMLElement)
    await waitFor(() => expect(document.querySelector('[role=dialog], [role=alertdialog]')).toBeTruthy())
    await waitFor(() => expect(screen.queryByRole('status', { name: t('states.loading') })).toBeNull())
    expect(untranslated(document.body, demo)).toEqual([])
  })

  it.each(['/sign-in', '/sign-up', '/login#t=secret'])('%s', async (address) => {
    api.use(mock('get', '/api/office/session', () => problem(401, 'not_signed_in')))
    await startLanguage('et', 'Europe/Tallinn')
    await openApp(address)
    expect(untranslated(document.body, demo)).toEqual([])
  })
})
