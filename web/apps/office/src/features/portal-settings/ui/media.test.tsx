import type { PortalMedia } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { portal } from '../../../../test/demo/data'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { MEDIA_LIMITS, refusalOf } from '../model/media'

const store = 'https://store.example/upload'
const ticket = {
  file_id: 'fil_1',
  method: 'PUT' as const,
  url: store,
  headers: { 'content-type': 'image/png' },
  expires_at: '2026-03-02T08:05:00Z',
}
const checking: PortalMedia = { state: 'checking', reason: null, url: null }
const logo = () => screen.getByRole('group', { name: 'Logo' })

function choose(field: HTMLElement, file: File) {
  const input = field.querySelector('input[type="file"]')
  if (!input) throw new Error('there is a place for a file')
  fireEvent.change(input, { target: { files: [file] } })
}

describe('a picture of the portal', () => {
  it('is sent when it is chosen, checked by the server and then shown', async () => {
    const asked: unknown[] = []
    let now: PortalMedia = { state: 'none', reason: null, url: null }
    api.use(
      mock('get', '/api/office/portal', () => ({ ...portal, logo: now })),
      mock('post', '/api/office/portal/images', ({ body }) => {
        asked.push(body)
        return ticket
      }),
      http.put(store, () => new HttpResponse(null)),
      mock('post', '/api/office/portal/images/{file}/complete', () => {
        now = checking
        return checking
      }),
    )
    await openApp('/settings/portal')
    await screen.findByRole('group', { name: 'Logo' })
    choose(logo(), new File(['pixels'], 'logo.png', { type: 'image/png' }))
    await within(logo()).findByText('Being checked. This takes a minute or two.')
    expect(asked).toEqual([{ kind: 'logo', size_bytes: 6, content_type: 'image/png' }])
    now = { state: 'ready', reason: null, url: '/media/a/logo-1.png' }
    await waitFor(
      () => expect(screen.getByRole('img', { name: 'The logo now' }).getAttribute('src')).toBe(now.url),
      { timeout: 7_000 },
    )
    expect(within(logo()).queryByText(/Being checked/)).toBeNull()
  }, 60_000)

  it('that is none, or too large, never leaves the computer', async () => {
    let asked = 0
    api.use(
      mock('post', '/api/office/portal/images', () => {
        asked += 1
        return ticket
      }),
    )
    await openApp('/settings/portal')
    await screen.findByRole('group', { name: 'Logo' })
    choose(logo(), new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' }))
    await within(logo()).findByText('Only PNG, JPEG and WebP are accepted.')
    choose(logo(), new File([new Uint8Array(1_048_577)], 'logo.png', { type: 'image/png' }))
    await within(logo()).findByText('This picture is larger than 1 MB. Save it with fewer pixels.')
    expect(asked).toBe(0)
  })

  it('says why the server did not take it, and keeps what was in use', async () => {
    const refused: PortalMedia = { state: 'refused', reason: 'bytes_behind', url: '/media/a/logo-1.png' }
    api.use(mock('get', '/api/office/portal', () => ({ ...portal, logo: refused })))
    await openApp('/settings/portal')
    await screen.findByText(/Something else stands behind the picture/)
    expect(screen.getByRole('img', { name: 'The logo now' })).toBeTruthy()
  })

  it('can be taken away', async () => {
    let now: PortalMedia = { state: 'ready', reason: null, url: '/media/a/logo-1.png' }
    api.use(
      mock('get', '/api/office/portal', () => ({ ...portal, logo: now })),
      mock('delete', '/api/office/portal/images/{kind}', () => {
        now = { state: 'none', reason: null, url: null }
        return null
      }),
    )
    const { user } = await openApp('/settings/portal')
    await screen.findByRole('img', { name: 'The logo now' })
    await user.click(within(logo()).getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(screen.queryByRole('img', { name: 'The logo now' })).toBeNull())
    expect(within(logo()).getByText('The name')).toBeTruthy()
  })

  it('tells what went wrong when the server refuses the declaration', async () => {
    api.use(mock('post', '/api/office/portal/images', () => problem(403, 'role_required')))
    await openApp('/settings/portal')
    await screen.findByRole('group', { name: 'Logo' })
    choose(logo(), new File(['pixels'], 'logo.png', { type: 'image/png' }))
    await within(logo()).findByText('Only an admin or the owner of the office can do this.')
  })
})

it('the limits are those of the server, exactly', () => {
  const picture = (size: number) => refusalOf('icon', { size, type: 'image/webp' })
  expect([picture(1_048_576), picture(1), picture(0)]).toEqual([null, null, 'There is nothing in this file.'])
  expect(picture(1_048_577)).not.toBeNull()
  const video = (size: number) => refusalOf('welcome_video', { size, type: 'video/mp4' })
  expect(video(MEDIA_LIMITS.welcome_video.maxBytes)).toBeNull()
  expect(MEDIA_LIMITS.welcome_video.maxBytes).toBe(20_971_520)
  expect(video(20_971_521)).toBe('This video is larger than 20 MB. Save it smaller.')
  expect(refusalOf('welcome_video', { size: 1, type: 'video/webm' })).toBe('Only MP4 is accepted.')
})
