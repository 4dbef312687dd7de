// S66: the portal in the language of its reader.

import { mock } from '@sild/api/testing'
import { pseudo, untranslated } from '@sild/i18n/pseudo'
import { screen } from '@testing-library/preact'
import { render } from 'preact'
import { expect, test, vi } from 'vitest'
import { fallbackIn, fillPage, partsOf } from '../build/template.ts'
import {
  bakery,
  branding,
  demoBoot,
  demoFiles,
  demoNotificationSettings,
  demoProfile,
  demoRequest,
  demoRequests,
  demoSession,
  demoTask,
} from '../demo/demo.ts'
import { startLogin } from '../src/features/login/ui/start.ts'
import messages from '../src/messages/et.json?icu'
import { i18n, languageNames } from '../src/shell/i18n.ts'
import { start } from '../src/start.ts'
import { renderApp } from './render-app.tsx'
import { server } from './server.ts'

const body =
  '<div id="root">__SILD_FALLBACK__</div><script type="application/json" id="boot">__SILD_BOOT__</script>'

/** Starts the app with every message between marks. */
function startPseudo(): void {
  i18n.start({ language: 'et', timeZone: 'Europe/Tallinn', messages: pseudo(messages) })
}

test.each([
  ['en', 'Send me a link'],
  ['et', 'Saada mulle link'],
  ['fi', 'Lähetä minulle linkki'],
] as const)('the login page is in the language that the server chose: %s', async (language, button) => {
  const boot = demoBoot({ session: null, client: null, tasks: null, branding: { ...branding, language } })
  document.body.innerHTML = fillPage(body, partsOf(boot))
  const form = fallbackIn(language)
  expect(form).toContain(button)
  history.replaceState(null, '', '/')
  await start()
  expect(screen.getByRole('button', { name: button })).toBeTruthy()
  expect(document.documentElement.lang).toBe(language)
  const chosen = screen.getAllByRole('link').filter((link) => link.ariaCurrent === 'true')
  expect(chosen.map((link) => link.lang)).toEqual([language])
  document.body.innerHTML = ''
})

test('another language is a link to the same page, and what follows # comes along', () => {
  history.replaceState(null, '', '/login#t=secret&to=/c/cli_1/tasks')
  const root = document.createElement('div')
  document.body.append(root)
  startLogin({ branding, root })
  expect(screen.getByRole('link', { name: 'Eesti' }).getAttribute('href')).toBe(
    '?lang=et#t=secret&to=/c/cli_1/tasks',
  )
  root.remove()
})

test.each([
  ['et', 'Ülesanded', 'Tähtaeg N, 5. märts'],
  ['fi', 'Tehtävät', 'Määräpäivä to 5.3.'],
] as const)(
  'the app follows the language of the session, and so do its dates: %s',
  async (language, heading, due) => {
    const session = demoSession()
    const boot = demoBoot({ session: { ...session, contact: { ...session.contact, language } } })
    history.replaceState(null, '', `/c/${bakery.id}/tasks`)
    document.body.innerHTML = fillPage(body, partsOf(boot))
    await start()
    expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeTruthy()
    await vi.waitFor(() => expect(document.body.textContent).toContain(due))
    expect(document.documentElement.lang).toBe(language)
    render(null, document.getElementById('root') ?? document.body)
    document.body.innerHTML = ''
  },
)

test('no screen says anything that is not a message', async () => {
  startPseudo()
  const task = demoTask()
  const profile = demoProfile({ pending_email: 'mari@new.example' })
  const request = demoRequest()
  const requests = { items: demoRequests, next: null }
  const files = { items: demoFiles, next: null }
  server.use(
    mock('get', '/api/portal/{office}/clients/{client}/tasks/{task}', () => task),
    mock('get', '/api/portal/{office}/clients/{client}/requests', () => requests),
    mock('get', '/api/portal/{office}/clients/{client}/requests/{request}', () => request),
    mock('get', '/api/portal/{office}/clients/{client}/files', () => files),
    mock('get', '/api/portal/{office}/profile', () => profile),
    mock('get', '/api/portal/{office}/notification-settings', demoNotificationSettings),
  )
  for (const path of [
    `/c/${bakery.id}/tasks`,
    `/c/${bakery.id}/tasks/${task.id}`,
    `/c/${bakery.id}/requests`,
    `/c/${bakery.id}/requests/new`,
    `/c/${bakery.id}/requests/${request.id}`,
    `/c/${bakery.id}/documents`,
    '/help',
    '/profile',
    '/nowhere',
  ]) {
    const { unmount, container } = renderApp(path)
    await screen.findByRole('heading', { level: 1 })
    // What stands there while something comes says so.
    await vi.waitFor(() => expect(container.querySelector('[class*=skeleton]')).toBeNull())
    const data = [demoBoot(), task, profile, request, requests, files, Object.values(languageNames)]
    expect(untranslated(document.body, data), path).toEqual([])
    unmount()
  }
})

test('no login screen says anything that is not a message', () => {
  startPseudo()
  for (const address of ['/', '/login#t=secret', '/login?sent', '/login?wrong']) {
    history.replaceState(null, '', address)
    const root = document.createElement('div')
    document.body.append(root)
    startLogin({ branding, root })
    expect(untranslated(root, [branding, 'ABC-DEF']), address).toEqual([])
    root.remove()
  }
})
