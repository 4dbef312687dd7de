import { mock, problem } from '@sild/api/testing'
import { derivePalette } from '@sild/brand'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { portal, session } from '../../../../test/demo/data'
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

  // S8
  it('shows the unsaved name in the preview', async () => {
    const { user } = await openApp('/settings/portal')
    await user.type(screen.getByLabelText('Name of the portal'), ' and Partners')
    const preview = screen.getByRole('region', { name: 'Preview' })
    expect(within(preview).getByText('Demo Office and Partners')).toBeTruthy()
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
