import { mock } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { clients } from '../../../../test/demo/data'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { onPhone } from '../../../../test/window'

/** What the list was asked for, the newest last. */
function listen(answer: (query: URLSearchParams) => typeof clients = () => clients.slice(0, 3)) {
  const asked: string[] = []
  api.use(
    mock('get', '/api/office/clients', ({ query }) => {
      query.delete('limit')
      asked.push(query.toString())
      return { items: answer(query), next: null }
    }),
  )
  return asked
}

async function choose(user: Awaited<ReturnType<typeof openApp>>['user'], select: RegExp, option: RegExp) {
  await user.click(screen.getByRole('button', { name: select }))
  await user.click(await screen.findByRole('option', { name: option }))
}

describe('the filters of the client list (S65)', () => {
  it('stand in the address and go to the server', async () => {
    const asked = listen()
    const { user, address } = await openApp('/clients')
    await choose(user, /Responsible$/, /Second Accountant/)
    await waitFor(() => expect(address()).toBe('/clients?responsible=mem_second'))
    await choose(user, /Portal$/, /Invited/)
    await user.click(screen.getByRole('button', { name: 'Overdue' }))
    await waitFor(() => expect(address()).toContain('overdue=true'))
    await waitFor(() =>
      expect(asked.at(-1)).toBe(
        'responsible_id=mem_second&portal_state=invited&is_overdue=true&sort=earliest_due',
      ),
    )
  })

  it('are one row with the order on a phone, where import and export stand in a menu', async () => {
    onPhone()
    const asked = listen()
    const { user, address } = await openApp('/clients')
    const filters = within(screen.getByRole('group', { name: 'Filters' }))
    await user.click(filters.getByRole('button', { name: /Order$/ }))
    await user.click(await screen.findByRole('option', { name: /Most open tasks/ }))
    await waitFor(() => expect(asked.at(-1)).toBe('sort=open_tasks'))
    expect(screen.getAllByRole('button', { name: /Order$/ })).toHaveLength(1)
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Import and export' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Export' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    await user.click(screen.getByRole('button', { name: 'Import and export' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Import' }))
    await waitFor(() => expect(address()).toBe('/clients/import'))
  })

  it('go with an order, and are cleared together', async () => {
    const asked = listen()
    const { user, address } = await openApp('/clients?overdue=true')
    await choose(user, /Order$/, /Most open tasks/)
    await waitFor(() => expect(asked.at(-1)).toBe('is_overdue=true&sort=open_tasks'))
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect(address()).toBe('/clients'))
  })

  it('open as a link left them, and Back gives the search back', async () => {
    const asked = listen()
    const { user, router, address } = await openApp('/clients?search=Bak&portal=active')
    expect(asked[0]).toBe('search=Bak&portal_state=active')
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect(address()).toBe('/clients'))
    await waitFor(() => expect(screen.getByRole('searchbox')).toHaveProperty('value', ''))
    router.history.back()
    await waitFor(() => expect(screen.getByRole('searchbox')).toHaveProperty('value', 'Bak'))
  })

  it('copy a link to what is shown', async () => {
    listen()
    const { user } = await openApp('/clients?overdue=true')
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await user.click(screen.getByRole('button', { name: 'Copy link to this list' }))
    await screen.findByText(/The link is copied/)
    expect(write).toHaveBeenCalledOnce()
  })

  it('that nothing passes say so and offer to clear them', async () => {
    listen((query) => (query.has('portal_state') ? [] : clients.slice(0, 3)))
    const { user } = await openApp('/clients?portal=invited')
    await screen.findByText('No client matches')
    const [, inTheMiddle] = screen.getAllByRole('button', { name: 'Clear filters' })
    await user.click(inTheMiddle as HTMLElement)
    await screen.findByText('3 clients')
  })

  it('the archive has no selection, no portal states and says what it is when empty', async () => {
    const asked = listen((query) => (query.has('is_archived') ? clients.slice(0, 2) : clients.slice(0, 3)))
    const { user } = await openApp('/clients?overdue=true')
    await user.click(screen.getByRole('button', { name: 'Archived' }))
    await screen.findByText('2 clients')
    expect(asked.at(-1)).toBe('is_archived=true')
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(screen.queryByRole('button', { name: /Portal$/ })).toBeNull()
  })

  it('an empty page that has a next one is looked through further', async () => {
    api.use(
      mock('get', '/api/office/clients', ({ query }) =>
        query.get('cursor') === null
          ? { items: [], next: 'more' }
          : { items: clients.slice(0, 2), next: null },
      ),
    )
    await openApp('/clients?responsible=mem_second&overdue=true')
    await screen.findByText('2 clients')
  })
})
