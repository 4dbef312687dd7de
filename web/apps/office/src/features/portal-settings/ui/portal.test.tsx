import { mock, problem } from '@sild/api/testing'
import { derivePalette } from '@sild/brand'
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { portal, session } from '../../../../test/demo/data'
import { framed } from '../../../../test/framed'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { readHex } from '../../../ui/ColourField'
import { addressOf } from '../model/form'
import { contrastWords } from './contrastWords'

describe('the client portal', () => {
  it('is activated only after a question', async () => {
    let isActive = false
    api.use(
      mock('get', '/api/office/portal', () => ({ ...portal, is_active: isActive, slug: null, url: null })),
      mock('post', '/api/office/portal/activate', () => {
        isActive = true
        return { ...portal, slug: null, url: null }
      }),
    )
    const { user } = await openApp('/settings/portal')
    await user.click(screen.getByRole('button', { name: 'Activate client portal' }))
    const question = await screen.findByRole('dialog', { name: 'Activate the client portal?' })
    expect(isActive).toBe(false)
    await user.click(within(question).getByRole('button', { name: 'Activate client portal' }))
    await screen.findByText('Give the portal an address and save. Until then it cannot be reached.')
  })

  it('checks the address while it is typed', async () => {
    api.use(
      mock('get', '/api/office/portal/name-check', ({ query }) =>
        query.get('name') === 'other-office'
          ? { slug: 'other-office', is_available: false, reason: 'taken' as const }
          : { slug: 'demo-office', is_available: false, reason: 'yours' as const },
      ),
    )
    const { user } = await openApp('/settings/portal')
    expect((await screen.findByText(/^Yours:/)).textContent).toContain('demo-office.sild.example')
    await user.clear(screen.getByLabelText('Address'))
    await user.type(screen.getByLabelText('Address'), 'other-office')
    await screen.findByText('Another office has this address.')
  })

  it('is saved with its version, and a newer version is never overwritten unseen', async () => {
    const versions: (string | null)[] = []
    api.use(
      mock('put', '/api/office/portal', ({ body, headers }) => {
        versions.push(headers.get('if-match'))
        if (versions.length === 1) {
          api.use(mock('get', '/api/office/portal', () => ({ ...portal, name: 'Theirs', version: 5 })))
          return problem(412, 'version_mismatch')
        }
        return {
          ...portal,
          ...body,
          description: body.description ?? null,
          colour: body.colour ?? '#000000',
          version: 6,
        }
      }),
    )
    const { user } = await openApp('/settings/portal')
    await user.clear(screen.getByLabelText('Name of the portal'))
    await user.type(screen.getByLabelText('Name of the portal'), 'Mine')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Somebody else saved meanwhile')
    expect(screen.getByLabelText('Name of the portal')).toHaveProperty('value', 'Mine')
    await user.click(screen.getByRole('button', { name: 'Keep mine' }))
    await waitFor(() => expect(screen.queryByText('Somebody else saved meanwhile')).toBeNull())
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Saved. Your clients see it now.')
    expect(versions).toEqual(['"4"', '"5"'])
  })

  it('says that the address is public before it is saved', async () => {
    await openApp('/settings/portal')
    const address = screen.getByLabelText('Address')
    const hints = address.getAttribute('aria-describedby')?.split(' ') ?? []
    const words = hints.map((id) => document.getElementById(id)?.textContent).join(' ')
    expect(words).toContain('The address is public: anybody who knows it sees your office’s name and logo')
  })

  it('says what deactivating does before it does it', async () => {
    let isDone = false
    api.use(
      mock('post', '/api/office/portal/deactivate', () => {
        isDone = true
        return { ...portal, is_active: false }
      }),
    )
    const { user } = await openApp('/settings/portal')
    await user.click(screen.getByRole('button', { name: 'Deactivate' }))
    const question = await screen.findByRole('alertdialog')
    expect(within(question).getByText(/Every client is signed out at once/)).toBeTruthy()
    expect(isDone).toBe(false)
    await user.click(within(question).getByRole('button', { name: 'Deactivate' }))
    await screen.findByText('A portal for your clients, under your own name')
  })

  it('is out of reach for a plain member', async () => {
    api.use(
      mock('get', '/api/office/session', () => ({
        ...session,
        member: { ...session.member, role: 'member' as const },
      })),
    )
    await openApp('/settings/portal')
    await screen.findByText('Only an admin or the owner of the office can change the client portal.')
    expect(screen.queryByLabelText('Name of the portal')).toBeNull()
  })
})

// S8
describe('the preview', () => {
  it('is the portal in a frame, and follows the unsaved values without a reload', async () => {
    const { user } = await openApp('/settings/portal')
    const { frame, sent, say } = framed()
    expect(frame.getAttribute('src')).toBe('/portal-preview/')
    expect(frame.getAttribute('sandbox')).toBe('allow-scripts allow-same-origin allow-forms')
    const preview = screen.getByRole('region', { name: 'Preview' })
    within(preview).getByRole('status', { name: 'Loading the preview' })
    say({ type: 'sild.preview.listening' })
    expect(sent).toHaveBeenLastCalledWith(
      {
        type: 'sild.preview.values',
        office: session.office.name,
        name: 'Demo Office',
        description: portal.description,
        colour: portal.colour,
        icon: null,
        logo: null,
        language: 'en',
        theme: 'light',
        screen: 'login',
        task: null,
      },
      location.origin,
    )
    say({ type: 'sild.preview.shown' })
    expect(within(preview).queryByRole('status')).toBeNull()

    await user.type(screen.getByLabelText('Name of the portal'), ' and Partners')
    await user.click(within(preview).getByRole('radio', { name: 'Suomi' }))
    await user.click(within(preview).getByRole('radio', { name: 'Dark' }))
    await user.click(within(preview).getByRole('radio', { name: 'Tasks' }))
    const wanted = { name: 'Demo Office and Partners', language: 'fi', theme: 'dark', screen: 'tasks' }
    await waitFor(() =>
      expect(sent).toHaveBeenLastCalledWith(expect.objectContaining(wanted), location.origin),
    )
    expect(screen.getByTitle('The client portal')).toBe(frame)
  })

  it('goes along when somebody goes on inside the frame, and hears nobody else', async () => {
    await openApp('/settings/portal')
    const { say } = framed()
    const preview = screen.getByRole('region', { name: 'Preview' })
    const isChosen = (name: string) => within(preview).getByRole<HTMLInputElement>('radio', { name }).checked
    say({ type: 'sild.preview.moved', screen: 'tasks', language: 'et' }, window)
    expect([isChosen('Login'), isChosen('English')]).toEqual([true, true])
    say({ type: 'sild.preview.moved', screen: 'tasks', language: 'et' })
    expect([isChosen('Tasks'), isChosen('Eesti')]).toEqual([true, true])
  })

  it('says when it does not come, and can be asked for again', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    try {
      const { user } = await openApp('/settings/portal')
      const frame = screen.getByTitle('The client portal')
      await act(() => vi.advanceTimersByTimeAsync(16_000))
      await user.click(await screen.findByRole('button', { name: 'Try again' }))
      expect(await screen.findByTitle('The client portal')).not.toBe(frame)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('the colour', () => {
  it('is read as people write it', () => {
    expect(['#1F6F5C', 'abc', ' 1f6f5c ', '#12345', 'green'].map(readHex)).toEqual([
      '#1f6f5c',
      '#aabbcc',
      '#1f6f5c',
      null,
      null,
    ])
  })

  it('comes with what was done to it for links', () => {
    const yellow = derivePalette('#ffff00')
    const dark = derivePalette('#000000')
    expect(yellow && contrastWords(yellow)).toMatch(
      /^Darkened for links: 1\.\d:1 → 4\.\d:1\.$|^Darkened for links: 1:1/,
    )
    expect(dark && contrastWords(dark)).toBe('Reads well as it is: 18.2:1.')
  })
})

it('the address of another name is that of the present portal with the name changed', () => {
  expect(addressOf('new', portal, 'https://app.sild.example')).toBe('https://new.sild.example')
  expect(addressOf('new', { slug: null, url: null }, 'https://app.sild.example')).toBe(
    'https://app.sild.example/p/new',
  )
})
