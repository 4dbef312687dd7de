import { mock } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { clients } from '../../../../test/demo/data'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { setSingleKeys } from '../../../ui/singleKeys'
import { matches } from '../model/match'

// The first use of a chunk takes its time here.
beforeAll(async () => {
  await import('./PaletteDialog')
})
afterEach(() => setSingleKeys(true))

const palette = () => screen.findByRole('dialog', { name: 'Search and commands' })

describe('the palette', () => {
  it('goes to a screen by a few letters', async () => {
    const { user, address } = await openApp('/tasks')
    await user.keyboard('{Control>}k{/Control}')
    await palette()
    await user.keyboard('req{Enter}')
    await waitFor(() => expect(address()).toBe('/requests'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('finds clients on the server', async () => {
    const asked: (string | null)[] = []
    api.use(
      mock('get', '/api/office/clients', ({ query }) => {
        asked.push(query.get('search'))
        return { items: clients.slice(5, 7), next: null }
      }),
    )
    const { user, address } = await openApp('/tasks')
    await user.click(screen.getByRole('button', { name: /^Search/ }))
    await palette()
    await user.keyboard('Zzz')
    const found = await screen.findByRole('option', { name: new RegExp(`^${clients[5]?.name}`) })
    expect(asked.at(-1)).toBe('Zzz')
    await user.click(found)
    await waitFor(() => expect(address()).toBe(`/clients/${clients[5]?.id}`))
  })

  it('begins a new task and a new client from anywhere', async () => {
    const { user } = await openApp('/series')
    await user.keyboard('{Control>}k{/Control}')
    await palette()
    await user.keyboard('new ta{Enter}')
    await screen.findByRole('dialog', { name: 'New task' })
    // What is being written is not covered.
    await user.keyboard('{Control>}k{/Control}')
    expect(screen.queryByRole('dialog', { name: 'Search and commands' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.keyboard('{Control>}k{/Control}')
    await palette()
    await user.keyboard('new cl{Enter}')
    await screen.findByRole('dialog', { name: 'New client' })
  })

  it('offers what was looked at last', async () => {
    const { user, router } = await openApp('/tasks/tsk_statement')
    await router.navigate({ to: '/series' })
    await screen.findByRole('heading', { name: 'Series', level: 1 })
    await user.keyboard('{Control>}k{/Control}')
    const group = within(await palette()).getByRole('group', { name: 'Recently opened' })
    expect(within(group).getByRole('option', { name: 'Bank statement for February' })).toBeTruthy()
  })

  it('says that nothing is called so, and closes on Escape', async () => {
    api.use(mock('get', '/api/office/clients', () => ({ items: [], next: null })))
    const { user } = await openApp('/series')
    await user.keyboard('{Control>}k{/Control}')
    await palette()
    await user.keyboard('qqq')
    await screen.findByText('Nothing matches “qqq”.')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})

describe('the keys', () => {
  it('are shown by ?, and single ones are switched off', async () => {
    const { user } = await openApp('/tasks')
    await user.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    await user.click(within(dialog).getByRole('switch', { name: /Single keys/ }))
    await user.click(within(dialog).getAllByRole('button', { name: 'Close' })[0] as HTMLElement)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('?')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

it('each word that is typed begins a word of the name', () => {
  expect(matches('New client', 'cl ne')).toBe(true)
  expect(matches('Client portal', 'portal')).toBe(true)
  expect(matches('Client portal', 'ortal')).toBe(false)
  expect(matches('Client portal', '')).toBe(true)
})
