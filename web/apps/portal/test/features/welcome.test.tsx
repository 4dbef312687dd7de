import { mock, problem } from '@sild/api/testing'
import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { demoSession } from '../../demo/demo.ts'
import { slideNames } from '../../src/features/welcome/model/film.ts'
import finnish from '../../src/messages/fi.json?icu'
import { i18n } from '../../src/shell/i18n.ts'
import { renderApp } from '../render-app.tsx'
import { server } from '../server.ts'

const firstEntry = { session: demoSession({ contact: { ...demoSession().contact, welcome_seen: false } }) }

/** Counts how often the server is told. */
function countSeen() {
  const seen = vi.fn()
  server.use(
    mock('post', '/api/portal/{office}/welcome-seen', () => {
      seen()
      return null
    }),
  )
  return seen
}

/** The film that is shown. */
function filmIn(dialog: HTMLElement): HTMLVideoElement {
  const film = dialog.querySelector('video')
  if (!film) throw new Error('there is no film')
  return film
}

test('S11: the welcome comes at the first entry as a film with captions and a transcript', async () => {
  const seen = countSeen()
  const { user } = renderApp('/', firstEntry)
  const dialog = await screen.findByRole('dialog', { name: 'Welcome to Demo Office' })
  const film = filmIn(dialog)
  expect(film.getAttribute('src')).toMatch(/welcome-en\.mp4$/)
  expect(film.getAttribute('poster')).toMatch(/welcome-en\.webp$/)
  expect(film.controls).toBe(true)
  const track = film.querySelector('track')
  expect(track?.getAttribute('src')).toMatch(/welcome-en\.vtt$/)
  expect([track?.kind, track?.srclang, track?.default]).toEqual(['captions', 'en', true])
  const sentences = [...dialog.querySelectorAll('details p')].map((sentence) => sentence.textContent)
  expect(sentences).toEqual(slideNames.map((name) => i18n.t(`welcome.slides.${name}`)))
  expect(seen).not.toHaveBeenCalled()
  fireEvent.ended(film)
  await user.click(await screen.findByRole('button', { name: 'Start' }))
  await waitFor(() => expect(seen).toHaveBeenCalledOnce())
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('S11: the film is in the reader’s language', async () => {
  i18n.start({ language: 'fi', timeZone: 'Europe/Helsinki', messages: finnish })
  renderApp('/', firstEntry)
  const film = filmIn(await screen.findByRole('dialog'))
  expect(film.getAttribute('src')).toMatch(/welcome-fi\.mp4$/)
  expect(film.querySelector('track')?.srclang).toBe('fi')
})

test.each([true, false])('the film begins by itself unless less motion is wanted: %s', async (isStill) => {
  vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: isStill } as MediaQueryList)
  renderApp('/', firstEntry)
  const film = filmIn(await screen.findByRole('dialog'))
  expect(film.autoplay).toBe(!isStill)
  expect(film.muted).toBe(true)
})

test('where the film does not play, its first slide and its sentences are shown', async () => {
  renderApp('/', firstEntry)
  const dialog = await screen.findByRole('dialog')
  fireEvent.error(filmIn(dialog))
  await waitFor(() => expect(dialog.querySelector('video')).toBeNull())
  expect(dialog.querySelector('img')?.getAttribute('src')).toMatch(/welcome-en\.webp$/)
  expect(dialog.querySelector('details')?.open).toBe(true)
  expect(screen.getByRole('button', { name: 'Start' })).toBeTruthy()
})

test('S12: skipping and closing are remembered as well', async () => {
  const seen = countSeen()
  const { user, unmount } = renderApp('/', firstEntry)
  await user.click(await screen.findByRole('button', { name: 'Skip' }))
  await waitFor(() => expect(seen).toHaveBeenCalledTimes(1))
  unmount()
  const again = renderApp('/', firstEntry)
  await again.user.click(await screen.findByRole('button', { name: 'Close' }))
  await waitFor(() => expect(seen).toHaveBeenCalledTimes(2))
})

test('S12: it never comes again by itself', async () => {
  renderApp('/')
  await screen.findByRole('heading', { level: 1, name: 'Tasks' })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a server that cannot remember does not keep anybody from the tasks', async () => {
  server.use(mock('post', '/api/portal/{office}/welcome-seen', () => problem(429, 'too_many_requests')))
  const { user } = renderApp('/', firstEntry)
  await user.click(await screen.findByRole('button', { name: 'Skip' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByRole('heading', { level: 1, name: 'Tasks' })).toBeTruthy()
})

test('it can be watched again in Help, which tells the server nothing', async () => {
  const seen = countSeen()
  const { user } = renderApp('/help')
  await user.click(await screen.findByRole('button', { name: 'Watch again' }))
  const dialog = await screen.findByRole('dialog')
  expect(filmIn(dialog).getAttribute('src')).toMatch(/welcome-en\.mp4$/)
  expect(screen.queryByRole('button', { name: 'Skip' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(seen).not.toHaveBeenCalled()
})

test('S11: the film that the office uploaded is shown, and the bundled one where it does not play', async () => {
  const welcome_video = '/media/01jnb0000000000000000000a1/video-0a.mp4'
  const { contact } = firstEntry.session
  renderApp('/', { session: demoSession({ contact, welcome_video }) })
  const dialog = await screen.findByRole('dialog', { name: 'Welcome to Demo Office' })
  const own = filmIn(dialog)
  expect(own.getAttribute('src')).toBe(welcome_video)
  // It may have sound, which nobody expects from a page that has just opened.
  expect([own.autoplay, own.muted]).toEqual([false, false])
  expect(own.querySelector('track')).toBeNull()
  expect(dialog.querySelector('details')).toBeNull()
  fireEvent.error(own)
  await waitFor(() => expect(filmIn(dialog).getAttribute('src')).toMatch(/welcome-en\.mp4$/))
  expect(screen.getByRole('button', { name: 'Skip' })).toBeTruthy()
})
