// S66: the office's app in the language of the member.
import { mock, problem } from '@sild/api/testing'
import type { Catalogue } from '@sild/i18n'
import { pseudo, untranslated } from '@sild/i18n/pseudo'
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guessLanguage, keepLanguage, startLanguage } from '../src/shell/i18n'
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
  made: [work.task(), work.series(), work.seriesList()],
  product: ['Sild', '99+'],
  responsible: 'Demo Owner ja Second Accountant',
  // What react-aria says of its own, in Estonian.
  components: ['Vali kõik', 'päev,', 'kuu,', 'aasta,', 'Kalender', 'ere oranž'],
}

const inLanguage = (language: 'et' | 'fi') =>
  api.use(
    mock('get', '/api/office/session', () => ({
      ...office.session,
      member: { ...office.session.member, language },
    })),
  )

beforeEach(() => localStorage.clear())
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
    '/tasks',
    '/tasks/tsk_statement',
    '/clients',
    '/clients/cli_001',
    '/series',
    '/series/new',
    '/settings/portal',
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

  it.each(['/sign-in', '/sign-up', '/login#t=secret'])('%s', async (address) => {
    api.use(mock('get', '/api/office/session', () => problem(401, 'not_signed_in')))
    await startLanguage('et', 'Europe/Tallinn')
    await openApp(address)
    expect(untranslated(document.body, demo)).toEqual([])
  })
})
