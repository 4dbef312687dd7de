import { mock, problem } from '@sild/api/testing'
import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { demoSession } from '../../demo/demo.ts'
import { welcomeFilms, welcomeVideo } from '../../src/features/welcome/model/video.ts'
import { Film } from '../../src/features/welcome/ui/Film.tsx'
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

test('S11: the welcome comes at the first entry and leads through its three pictures', async () => {
  const seen = countSeen()
  const { user } = renderApp('/', firstEntry)
  const dialog = await screen.findByRole('dialog', { name: 'Welcome to Demo Office' })
  expect(dialog.textContent).toContain('One list of what is needed')
  await user.click(screen.getByRole('button', { name: 'Next' }))
  const second = screen.getByRole('heading', { level: 3, name: 'Send files and ask' })
  await waitFor(() => expect(document.activeElement).toBe(second))
  await user.click(screen.getByRole('button', { name: 'Back' }))
  await user.click(screen.getByRole('button', { name: 'Next' }))
  await user.click(screen.getByRole('button', { name: 'Next' }))
  expect(dialog.textContent).toContain('3 of 3')
  expect(seen).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Start' }))
  await waitFor(() => expect(seen).toHaveBeenCalledOnce())
  expect(screen.queryByRole('dialog')).toBeNull()
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
  await user.click(await screen.findByRole('button', { name: 'Skip' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(seen).not.toHaveBeenCalled()
})

test('the film is that of the language, else the English one, else none', () => {
  expect(welcomeVideo('et', ['en', 'et'])?.source).toMatch(/welcome-et\.mp4$/)
  expect(welcomeVideo('fi', ['en', 'et'])?.captions).toMatch(/welcome-en\.vtt$/)
  expect(welcomeVideo('fi', [])).toBeNull()
})

test('the film has captions and a transcript, and one that does not play is told', () => {
  const onBroken = vi.fn()
  const { container } = render(
    <Film video={{ source: '/welcome.mp4', captions: '/welcome.vtt' }} onBroken={onBroken} />,
  )
  const film = container.querySelector('video')
  if (!film) throw new Error('there is a film')
  expect(film.querySelector('track')?.getAttribute('src')).toBe('/welcome.vtt')
  expect(container.querySelector('details')?.textContent).toContain('Send files and ask')
  fireEvent.error(film)
  expect(onBroken).toHaveBeenCalledOnce()
})

test('S11: the film that the office uploaded is played, and what is bundled where it does not play', async () => {
  const welcome_video = '/media/01jnb0000000000000000000a1/video-0a.mp4'
  const { contact } = firstEntry.session
  renderApp('/', { session: demoSession({ contact, welcome_video }) })
  const dialog = await screen.findByRole('dialog', { name: 'Welcome to Demo Office' })
  const film = dialog.querySelector('video')
  if (!film) throw new Error('there is a film')
  expect(film.getAttribute('src')).toBe(welcome_video)
  expect(film.querySelector('track')).toBeNull()
  expect(dialog.querySelector('details')).toBeNull()
  fireEvent.error(film)
  await waitFor(() => expect(dialog.querySelector(`video[src="${welcome_video}"]`)).toBeNull())
  expect(dialog.textContent).toContain(
    welcomeVideo('en') === null ? 'One list of what is needed' : 'What the film says',
  )
})

test('the office’s own film comes first and the bundled one after it', () => {
  const bundled = welcomeVideo('en', ['en'])
  expect(welcomeFilms('/media/a/video-1.mp4', bundled).map(({ source }) => source)).toEqual([
    '/media/a/video-1.mp4',
    bundled?.source,
  ])
  expect(welcomeFilms(null, bundled)).toEqual([bundled])
  expect(welcomeFilms(null, null)).toEqual([])
})
