import type { Body } from '@sild/api'
import { created, mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { bulkOpening, bulkPreview, client, clients, contact } from '../../../../test/demo/data'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'

const tick = (name: string) => screen.getByRole('checkbox', { name: new RegExp(`^Select ${name}`) })

describe('the client list', () => {
  it('searches on the server and keeps the search in the address', async () => {
    const asked: (string | null)[] = []
    api.use(
      mock('get', '/api/office/clients', ({ query }) => {
        asked.push(query.get('search'))
        return { items: query.get('search') === null ? clients.slice(0, 5) : clients.slice(5, 6), next: null }
      }),
    )
    const { user, address } = await openApp('/clients')
    await screen.findByText('5 clients')
    await user.type(screen.getByRole('searchbox', { name: 'Search clients' }), 'Flo')
    await screen.findByText('1 client')
    await waitFor(() => expect(address()).toBe('/clients?search=Flo'))
    await waitFor(() => expect(asked.at(-1)).toBe('Flo'))
    expect(asked[0]).toBeNull()
  })

  it('opens with the search that stands in the address', async () => {
    await openApp('/clients?search=Bak')
    expect(screen.getByRole('searchbox')).toHaveProperty('value', 'Bak')
  })

  it('that is empty says what belongs there', async () => {
    api.use(mock('get', '/api/office/clients', () => ({ items: [], next: null })))
    await openApp('/clients')
    await screen.findByText('No clients yet')
  })

  it('that failed can be tried again', async () => {
    api.use(mock('get', '/api/office/clients', () => problem(500, 'internal_error')))
    const { user } = await openApp('/clients')
    const retry = await screen.findByRole('button', { name: 'Try again' })
    api.use(mock('get', '/api/office/clients', () => ({ items: clients.slice(0, 2), next: null })))
    await user.click(retry)
    await screen.findByText('2 clients')
  })
})

describe('opening the portal for many', () => {
  it('shows who gets access and who is skipped, then the result with reasons', async () => {
    let started: Body<'start_bulk_opening'> | null = null
    let polls = 0
    api.use(
      mock('post', '/api/office/bulk-openings', ({ body }) => {
        started = body
        return new Response(
          JSON.stringify(bulkOpening({ state: 'running', opened: 0, already_open: 0, skipped: [] })),
          { status: 202, headers: { 'content-type': 'application/json' } },
        )
      }),
      mock('get', '/api/office/bulk-openings/{bulk_opening}', () => {
        polls += 1
        return polls < 2 ? bulkOpening({ state: 'running', opened: 1, skipped: [] }) : bulkOpening()
      }),
    )
    const { user } = await openApp('/clients')
    const first = clients[0]
    await user.click(tick(first?.name ?? ''))
    await screen.findByText('1 selected')
    await user.click(screen.getByRole('button', { name: 'Open the client portal' }))
    const dialog = await screen.findByRole('dialog', { name: 'Open the client portal' })
    await within(dialog).findByText('2 clients · 3 contacts get access')
    expect(within(dialog).getByText('Former Contact, Example Bakery OÜ')).toBeTruthy()
    expect(within(dialog).getByText('The address does not work.')).toBeTruthy()
    expect(within(dialog).getByText('Demo Office invites you to its client portal')).toBeTruthy()
    await user.click(within(dialog).getByRole('switch', { name: /Send invitations/ }))
    expect(within(dialog).queryByText('Demo Office invites you to its client portal')).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: 'Open the client portal' }))
    await screen.findByText('Done.')
    expect(started).toEqual({ client_ids: [first?.id], with_invitations: false })
    const result = await screen.findByRole('dialog', { name: 'Opening the client portal' })
    expect(within(result).getByText('Former Contact: The address does not work.')).toBeTruthy()
    expect(within(result).getByText('No contacts.')).toBeTruthy()
  })

  it('tries one client again, whose reason is gone, in the way that was chosen for all', async () => {
    const started: Body<'start_bulk_opening'>[] = []
    api.use(
      mock('post', '/api/office/bulk-openings', ({ body }) => {
        started.push(body)
        const made = bulkOpening(started.length === 1 ? {} : { id: 'blk_2', state: 'running', skipped: [] })
        return new Response(JSON.stringify(made), {
          status: 202,
          headers: { 'content-type': 'application/json' },
        })
      }),
      mock('get', '/api/office/bulk-openings/{bulk_opening}', ({ params }) =>
        params.bulk_opening === 'blk_2'
          ? bulkOpening({ id: 'blk_2', opened: 1, invited: 2, skipped: [] })
          : bulkOpening(),
      ),
    )
    const { user } = await openApp('/clients')
    await user.click(tick(clients[0]?.name ?? ''))
    await user.click(await screen.findByRole('button', { name: 'Open the client portal' }))
    const dialog = await screen.findByRole('dialog', { name: 'Open the client portal' })
    await user.click(within(dialog).getByRole('button', { name: 'Open the client portal' }))
    const result = within(await screen.findByRole('dialog', { name: 'Opening the client portal' }))
    expect(result.queryByRole('button', { name: 'Try again: Example Bakery OÜ' })).toBeNull()
    await user.click(result.getByRole('button', { name: 'Try again: Example Dental Care OÜ' }))
    await result.findByText('Open now, 2 contacts are invited.')
    expect(started[1]).toEqual({ client_ids: ['cli_003'], with_invitations: true })
    expect(result.queryByText('No contacts.')).toBeNull()
    expect(result.getByText('Former Contact: The address does not work.')).toBeTruthy()
  })

  it('invites those again whose portal is open already only where a person says so', async () => {
    const started: Body<'start_bulk_opening'>[] = []
    api.use(
      mock('post', '/api/office/bulk-openings', ({ body }) => {
        started.push(body)
        return problem(409, 'portal_inactive')
      }),
    )
    const { user } = await openApp('/clients')
    await user.click(tick(clients[0]?.name ?? ''))
    await user.click(await screen.findByRole('button', { name: 'Open the client portal' }))
    const dialog = await screen.findByRole('dialog', { name: 'Open the client portal' })
    await within(dialog).findByText('1 client is open already; nothing is repeated for it.')
    await within(dialog).findByText(/^3 invitations/)
    const again = () => within(dialog).queryByRole('switch', { name: /Invite again/ })
    await user.click(again() as HTMLElement)
    await within(dialog).findByText('1 client is open already; its contacts are invited again.')
    await within(dialog).findByText(/^4 invitations/)
    within(dialog).getByText('Without Access, Example Electrics OÜ')
    await user.click(within(dialog).getByRole('button', { name: 'Open the client portal' }))
    await waitFor(() => expect(started).toHaveLength(1))
    await user.click(within(dialog).getByRole('switch', { name: /Send invitations/ }))
    expect(again()).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: 'Open the client portal' }))
    await waitFor(() => expect(started).toHaveLength(2))
    expect(started.map(({ with_invitations, send_again }) => [with_invitations, send_again])).toEqual([
      [true, true],
      [false, undefined],
    ])
  })

  it('takes all that match the filters, also those that are not loaded', async () => {
    let previewed: Body<'preview_bulk_opening'> | null = null
    let started: Body<'start_bulk_opening'> | null = null
    api.use(
      mock('get', '/api/office/clients', () => ({ items: clients.slice(0, 60), next: 'more' })),
      mock('post', '/api/office/bulk-openings/preview', ({ body }) => {
        previewed = body
        return { ...bulkPreview, client_count: 2300, invitation_count: 5200, expected_minutes: 7 }
      }),
      mock('post', '/api/office/bulk-openings', ({ body }) => {
        started = body
        return problem(409, 'portal_inactive')
      }),
    )
    const { user } = await openApp('/clients?search=Exa&portal=closed&overdue=true&responsible=mem_owner')
    await user.click(await screen.findByRole('checkbox', { name: /Select All/i }))
    await screen.findByText('60 selected')
    await user.click(screen.getByRole('button', { name: 'Select all that match' }))
    await screen.findByText('All that match are selected')
    await user.click(screen.getByRole('button', { name: 'Open the client portal' }))
    const dialog = await screen.findByRole('dialog', { name: 'Open the client portal' })
    await within(dialog).findByText(
      'The first 4 of 2,300 clients are shown here. The result names everybody.',
    )
    within(dialog).getByText(/^At most 5,200 invitations, all sent by about \d/)
    await user.click(within(dialog).getByRole('button', { name: 'Open the client portal' }))
    await within(dialog).findByText('Your office’s client portal is not active yet.')
    const matching = {
      search: 'Exa',
      responsible_id: 'mem_owner',
      portal_state: 'closed',
      is_overdue: true,
    }
    expect(previewed).toEqual({ matching })
    expect(started).toEqual({ matching, with_invitations: true })
  })
})

describe('a client’s card', () => {
  it('opens the portal silently and asks before closing it', async () => {
    const asked: boolean[] = []
    api.use(
      mock('get', '/api/office/clients/{client}', () => ({ ...client, portal_state: 'closed' as const })),
      mock('put', '/api/office/clients/{client}/portal', ({ body }) => {
        asked.push(body.is_open)
        return { ...client, portal_state: body.is_open ? ('silent' as const) : ('closed' as const) }
      }),
    )
    const { user } = await openApp('/clients/cli_001')
    await user.click(screen.getByRole('switch', { name: /Client portal open/ }))
    await screen.findByText('The portal is open. Nobody was mailed.')
    await user.click(screen.getByRole('switch', { name: /Client portal open/ }))
    const question = await screen.findByRole('alertdialog')
    expect(asked).toEqual([true])
    await user.click(within(question).getByRole('button', { name: 'Close portal' }))
    await waitFor(() => expect(asked).toEqual([true, false]))
  })

  it('links a known address and says whose it is', async () => {
    api.use(
      mock('post', '/api/office/clients/{client}/contacts', () =>
        created(contact({ id: 'con_known', name: 'Known Person' })),
      ),
    )
    const { user } = await openApp('/clients/cli_001?tab=contacts')
    await user.click(screen.getByRole('button', { name: 'Add contact' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add contact' })
    await user.type(within(dialog).getByLabelText('Name'), 'K. Person')
    await user.type(within(dialog).getByLabelText('E-mail address'), 'known@client.example')
    await user.click(within(dialog).getByRole('button', { name: 'Add contact' }))
    await screen.findByText('The address was known: Known Person is linked to this client.')
  })

  it('shows a refused address at its field and keeps the input', async () => {
    api.use(
      mock('post', '/api/office/clients/{client}/contacts', () =>
        problem(422, 'invalid_value', { errors: [{ pointer: '/email', code: 'invalid_email' }] }),
      ),
    )
    const { user } = await openApp('/clients/cli_001?tab=contacts')
    await user.click(screen.getByRole('button', { name: 'Add contact' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add contact' })
    await user.type(within(dialog).getByLabelText('Name'), 'Mari')
    await user.type(within(dialog).getByLabelText('E-mail address'), 'mari@client.example')
    await user.click(within(dialog).getByRole('button', { name: 'Add contact' }))
    await within(dialog).findByText('Write an e-mail address such as name@company.com.')
    expect(within(dialog).getByLabelText('E-mail address')).toHaveProperty('value', 'mari@client.example')
  })

  it('takes a contact’s access away with its version', async () => {
    let seen: unknown = null
    api.use(
      mock('patch', '/api/office/clients/{client}/contacts/{contact}', ({ body, headers, params }) => {
        seen = { body, version: headers.get('if-match'), contact: params.contact }
        return contact({ id: 'con_mari', name: 'Mari Maasikas', has_access: false, version: 2 })
      }),
    )
    const { user } = await openApp('/clients/cli_001?tab=contacts')
    await user.click(screen.getByRole('switch', { name: 'Portal access of Mari Maasikas' }))
    await waitFor(() =>
      expect(seen).toEqual({ body: { has_access: false }, version: '"1"', contact: 'con_mari' }),
    )
  })
})
