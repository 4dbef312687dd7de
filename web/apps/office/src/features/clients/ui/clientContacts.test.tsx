import type { OfficeClient } from '@sild/api'
import { created, mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { client, contact } from '../../../../test/demo/data'
import { contactCard } from '../../../../test/demo/people'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'

let current: OfficeClient

beforeEach(() => {
  current = {
    ...client,
    contacts: [
      contact({
        id: 'con_mari',
        name: 'Mari Maasikas',
        phone: '+372 5555 0100',
        changes: [
          {
            field: 'phone',
            old: '+372 5555 0100',
            new: '+372 5555 0200',
            at: '2026-03-02T08:00:00Z',
            by: 'Mari Maasikas',
          },
          { field: 'language', old: 'en', new: 'et', at: '2026-03-01T08:00:00Z', by: 'Mari Maasikas' },
        ],
      }),
      contact({ id: 'con_old', name: 'Former Contact', address_state: 'bounced' }),
    ],
  }
  api.use(mock('get', '/api/office/clients/{client}', () => current))
})

const more = (name: string) => screen.getByRole('button', { name: `More for ${name}` })

describe('the contacts of a client', () => {
  it('show what they changed themselves, with the old value and when (S57)', async () => {
    const { user } = await openApp('/clients/cli_001?tab=contacts')
    await user.click(screen.getByText('Changed by themselves'))
    screen.getByText('Phone: +372 5555 0100 → +372 5555 0200')
    screen.getByText('Language: English → Eesti')
  })

  it('say when mail does not reach somebody, and what to do', async () => {
    await openApp('/clients/cli_001?tab=contacts')
    screen.getByText('Address does not work')
    screen.getByText(/Mails to former@client.example come back/)
  })

  it('are removed from the client, which can be undone', async () => {
    const asked: unknown[] = []
    api.use(
      mock('delete', '/api/office/clients/{client}/contacts/{contact}', ({ params }) => {
        asked.push(params.contact)
        current = { ...current, contacts: current.contacts.filter(({ id }) => id !== params.contact) }
        return null
      }),
      mock('post', '/api/office/clients/{client}/contacts', ({ body }) => {
        asked.push(body)
        const back = contact({ id: 'con_mari', name: 'Mari Maasikas' })
        current = { ...current, contacts: [back, ...current.contacts] }
        return created(back)
      }),
    )
    const { user } = await openApp('/clients/cli_001?tab=contacts')
    await user.click(more('Mari Maasikas'))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove from this client' }))
    await screen.findByText(/does not belong to Example Bakery OÜ any more/)
    expect(screen.queryByRole('button', { name: 'More for Mari Maasikas' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByRole('button', { name: 'More for Mari Maasikas' })
    expect(asked).toEqual([
      'con_mari',
      {
        name: 'Mari Maasikas',
        email: 'mari@client.example',
        phone: '+372 5555 0100',
        language: 'en',
        has_access: true,
      },
    ])
  })

  it('are invited again as often as it is wanted, each time as a call of its own (S21)', async () => {
    const asked: [unknown, string | null][] = []
    api.use(
      mock('post', '/api/office/clients/{client}/contacts/{contact}/invitation', ({ params, headers }) => {
        asked.push([params.contact, headers.get('idempotency-key')])
        return contact({ id: 'con_mari', name: 'Mari Maasikas' })
      }),
    )
    const { user } = await openApp('/clients/cli_001?tab=contacts')
    for (const time of [1, 2]) {
      await user.click(more('Mari Maasikas'))
      await user.click(await screen.findByRole('menuitem', { name: 'Send invitation' }))
      await waitFor(() => expect(asked).toHaveLength(time))
    }
    expect((await screen.findAllByText(/^An invitation is on its way to /)).length).toBeGreaterThan(0)
    expect(asked.map(([id]) => id)).toEqual(['con_mari', 'con_mari'])
    expect(new Set(asked.map(([, key]) => key)).size).toBe(2)
    await user.click(more('Former Contact'))
    await screen.findByRole('menuitem', { name: 'Remove from this client' })
    expect(screen.queryByRole('menuitem', { name: 'Send invitation' })).toBeNull()
  })

  it('that cannot be removed stay, with the reason', async () => {
    api.use(mock('delete', '/api/office/clients/{client}/contacts/{contact}', () => problem(409, 'busy')))
    const { user } = await openApp('/clients/cli_001?tab=contacts')
    await user.click(more('Mari Maasikas'))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove from this client' }))
    await screen.findByText('Somebody else is changing this right now. Try again.')
    await waitFor(() => expect(more('Mari Maasikas')).toBeTruthy())
  })

  it('are archived at all their clients, which can be undone (S65)', async () => {
    const asked: string[] = []
    const put = (is_archived: boolean) => {
      asked.push(is_archived ? 'archive' : 'restore')
      current = {
        ...current,
        contacts: current.contacts.map((one) => (one.id === 'con_mari' ? { ...one, is_archived } : one)),
      }
      return contactCard({ is_archived })
    }
    api.use(
      mock('post', '/api/office/contacts/{contact}/archive', () => put(true)),
      mock('post', '/api/office/contacts/{contact}/restore', () => put(false)),
    )
    const { user } = await openApp('/clients/cli_001?tab=contacts')
    await user.click(more('Mari Maasikas'))
    await user.click(await screen.findByRole('menuitem', { name: 'Archive at all clients' }))
    await screen.findByText('Archived')
    expect(screen.getByRole('switch', { name: 'Portal access of Mari Maasikas' })).toHaveProperty(
      'disabled',
      true,
    )
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(screen.queryByText('Archived')).toBeNull())
    expect(asked).toEqual(['archive', 'restore'])
  })

  it('cannot be added to an archived client', async () => {
    current = { ...current, is_archived: true }
    await openApp('/clients/cli_001?tab=contacts')
    expect(screen.queryByRole('button', { name: 'Add contact' })).toBeNull()
  })

  it('are edited from their newest version', async () => {
    const seen: unknown[] = []
    api.use(
      mock('patch', '/api/office/clients/{client}/contacts/{contact}', ({ body, headers }) => {
        seen.push([body, headers.get('if-match')])
        if (seen.length > 1) return contact({ id: 'con_mari', name: 'Mari M.', version: 3 })
        const [mari, ...others] = current.contacts
        if (mari) current = { ...current, contacts: [{ ...mari, phone: '+372 1', version: 2 }, ...others] }
        return problem(412, 'version_mismatch')
      }),
    )
    const { user } = await openApp('/clients/cli_001?tab=contacts')
    await user.click(screen.getByRole('button', { name: 'Edit Mari Maasikas' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit contact' }))
    await user.clear(dialog.getByLabelText('Name'))
    await user.type(dialog.getByLabelText('Name'), 'Mari M.')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await dialog.findByText(/Somebody else changed this/)
    await waitFor(() => expect(dialog.getByLabelText(/^Phone/)).toHaveProperty('value', '+372 1'))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(seen).toEqual([
      [{ name: 'Mari M.' }, '"1"'],
      [{ name: 'Mari M.' }, '"2"'],
    ])
  })
})
