import { act, cleanup, configure } from '@testing-library/preact'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import messages from '../src/messages/en.json?icu'
import { i18n } from '../src/shell/i18n.ts'
import { server } from './server.ts'

// What jsdom does not have.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
  this.querySelector<HTMLElement>('[autofocus]')?.focus()
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
  this.dispatchEvent(new Event('close'))
}
window.scrollTo = () => undefined
window.matchMedia = (media) => ({ media, matches: false }) as MediaQueryList

// The first screen of a file also waits for its code to be compiled.
configure({ asyncUtilTimeout: 10_000 })

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))

beforeEach(() => {
  i18n.start({ language: 'en', timeZone: 'Europe/Tallinn', messages })
})

afterEach(() => {
  // Within `act`, as Preact ends the effects of what is gone only after the next paint.
  act(() => cleanup())
  server.resetHandlers()
  vi.useRealTimers()
  vi.restoreAllMocks()
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
})

afterAll(async () => {
  server.close()
  // A paint for which Preact still waits would come when the window is gone.
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)))
})
