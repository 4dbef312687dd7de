import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { contact } from '../../../../test/demo/data'
import { contactCard, contactCards } from '../../../../test/demo/people'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { onPhone } from '../../../../test/window'

describe('the contacts of the office (S65)', () => {
  it('are searched on the server, with the search in the address', async () => {
    const asked: string[] = []
    api.use(
      mock('get', '/api/office/contacts', ({ query }) => {
        query.delete('limit')
        asked.push(query.toString())
        return { items: query.has('search') ? contactCards.slice(0, 1) : contactCards, next: null }
      }),
    )
    const { user, address } = await openApp('/contacts')
    await screen.findByText('3 contacts')
    await user.type(screen.getByRole('searchbox', { name: 'Search contacts' }), 'Mari')
    await screen.findByText('1 contact')
    await waitFor(() => expect(address()).toBe('/contacts?search=Mari'))
    await user.click(screen.getByRole('button', { name: 'Archived' }))
    await waitFor(() => expect(asked.at(-1)).toBe('search=Mari&is_archived=true'))
    expect(asked[0]).toBe('')
  })

  it('stand in the navigation, open their card and show their clients and access', async () => {
    const { user, address } = await openApp('/clients')
    await user.click(screen.getByRole('link', { name: 'Contacts' }))
    const row = await screen.findByRole('row', { name: /^Mari Maasikas/ })
    within(row).getByText('Example Bakery OÜ')
    within(row).getByText('+1')
    within(row).getByText('1 of 2 clients')
    within(screen.getByRole('row', { name: /^Former Contact/ })).getByText('Address does not work')
    await user.click(within(row).getByText('mari@client.example'))
    await screen.findByRole('heading', { name: 'Mari Maasikas', level: 1 })
    expect(address()).toBe('/contacts/con_mari')
  })

  it('say on a phone, too, where they have access', async () => {
    onPhone()
    await openApp('/contacts')
    const row = await screen.findByRole('row', { name: /^Mari Maasikas/ })
    expect(screen.getAllByRole('columnheader')).toHaveLength(2)
    // Only the name is cut where it is too long, not the number of the others.
    expect(within(row).getByText('+1').closest('.ellipsis')).toBeNull()
    within(row).getByText('1 of 2 clients')
  })

  it('that are none say where they come from', async () => {
    api.use(mock('get', '/api/office/contacts', () => ({ items: [], next: null })))
    await openApp('/contacts')
    await screen.findByText('No contacts yet')
    expect(screen.getByRole('link', { name: 'Show clients' }).getAttribute('href')).toBe('/clients')
  })

  it('that cannot be loaded can be tried again', async () => {
    api.use(mock('get', '/api/office/contacts', () => problem(500, 'internal_error')))
    const { user } = await openApp('/contacts')
    await screen.findByText('The contacts could not be loaded')
    api.use(mock('get', '/api/office/contacts', () => ({ items: contactCards, next: null })))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByText('3 contacts')
  })
})

describe('a contact’s card', () => {
  it('gives access at one client and keeps the version for the next', async () => {
    const seen: unknown[] = []
    let version = 4
    api.use(
      mock('get', '/api/office/contacts/{contact}', () => contactCard({ version })),
      mock('patch', '/api/office/clients/{client}/contacts/{contact}', ({ body, headers, params }) => {
        seen.push([params.client, body, headers.get('if-match')])
        version += 1
        return contact({ id: 'con_mari', name: 'Mari Maasikas', has_access: true, version })
      }),
    )
    const { user } = await openApp('/contacts/con_mari')
    await user.click(screen.getByRole('switch', { name: 'Portal access at Example Garage OÜ' }))
    await waitFor(() => expect(seen).toEqual([['cli_006', { has_access: true }, '"4"']]))
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.queryByRole('switch')).toBeNull()
    await user.clear(dialog.getByLabelText(/^Phone/))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(seen.at(-1)).toEqual(['cli_001', { phone: null }, '"5"']))
  })

  it('is archived and comes back', async () => {
    let is_archived = false
    const put = (next: boolean) => {
      is_archived = next
      return contactCard({ is_archived })
    }
    api.use(
      mock('get', '/api/office/contacts/{contact}', () => contactCard({ is_archived })),
      mock('post', '/api/office/contacts/{contact}/archive', () => put(true)),
      mock('post', '/api/office/contacts/{contact}/restore', () => put(false)),
    )
    const { user } = await openApp('/contacts/con_mari')
    await user.click(screen.getByRole('button', { name: 'More for Mari Maasikas' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Archive at all clients' }))
    await screen.findByText('This contact is archived')
    await user.click(screen.getByRole('button', { name: 'Restore' }))
    await waitFor(() => expect(screen.queryByText('This contact is archived')).toBeNull())
  })

  it('says who may archive when a member does not work with all their clients', async () => {
    api.use(mock('post', '/api/office/contacts/{contact}/archive', () => problem(403, 'role_required')))
    const { user } = await openApp('/contacts/con_mari')
    await user.click(screen.getByRole('button', { name: 'More for Mari Maasikas' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Archive at all clients' }))
    await screen.findByText('Only an admin or the owner of the office can do this.')
  })

  it('without any client says how to bring them back, and cannot be edited', async () => {
    api.use(mock('get', '/api/office/contacts/{contact}', () => contactCard({ clients: [] })))
    await openApp('/contacts/con_mari')
    screen.getByText(/They belong to no client/)
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull()
  })

  it('shows what they changed and that mail comes back (S54, S57)', async () => {
    api.use(
      mock('get', '/api/office/contacts/{contact}', () =>
        contactCard({
          address_state: 'bounced',
          changes: [
            {
              field: 'email',
              old: 'mari@old.example',
              new: 'mari@client.example',
              at: '2026-03-01T08:00:00Z',
              by: 'Mari Maasikas',
            },
          ],
        }),
      ),
    )
    await openApp('/contacts/con_mari')
    screen.getByText('E-mail address: mari@old.example → mari@client.example')
    screen.getByText(/Mails to mari@client.example come back/)
  })
})
