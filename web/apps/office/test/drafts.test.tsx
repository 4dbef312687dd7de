import { mock } from '@sild/api/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { portal } from './demo/data'
import { openApp } from './renderApp'
import { api } from './server'

// The dialogs are there at once: their code is fetched with this file.
import '../src/features/clients/ui/NewClientDialog'
import '../src/features/members/ui/InviteDialog'
import '../src/features/portal-settings/ui/TemplateDialog'
import '../src/features/requests/ui/ConvertDialog'
import '../src/shell/contacts/ContactDialog'

const returned = 'You wrote this earlier and have not saved it.'
const drafts = () => Object.keys(sessionStorage).filter((place) => place.startsWith('sild.draft.'))
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

/** Where somebody writes: the address, the button that opens the dialog, and the field. */
const dialogs = [
  ['a new client', '/clients', 'New client', 'Name of the company'],
  ['a new contact', '/clients/cli_001?tab=contacts', 'Add contact', 'Name'],
  ['a new member', '/settings/members', 'Invite member', 'Name'],
  ['a new sample task', '/settings/portal/templates', 'New sample task', 'Title'],
  ['a request that becomes a task', '/requests/req_certificate', 'Change into a task', 'Title'],
] as const

describe('what is written outlives a reload, and is given up with Cancel', () => {
  it.each(dialogs)('%s', async (_what, address, button, label) => {
    const open = async () => {
      const { user } = await openApp(address)
      await user.click(screen.getAllByRole('button', { name: button })[0] as HTMLElement)
      return within(await screen.findByRole('dialog'))
    }
    write((await open()).getByLabelText(label), 'Half a thought')
    expect(drafts()).toHaveLength(1)
    cleanup()
    const dialog = await open()
    expect(dialog.getByText(returned)).toBeTruthy()
    expect(dialog.getByLabelText(label)).toHaveProperty('value', 'Half a thought')
    fireEvent.click(dialog.getByText('Cancel'))
    expect(drafts()).toEqual([])
  })

  it('a new series', async () => {
    const title = 'Title of each task'
    await openApp('/series/new')
    write(screen.getByLabelText(title), 'Half a series')
    cleanup()
    await openApp('/series/new')
    expect(screen.getByText(returned)).toBeTruthy()
    expect(screen.getByLabelText(title)).toHaveProperty('value', 'Half a series')
    fireEvent.click(screen.getByText('Cancel'))
    expect(drafts()).toEqual([])
  })
})

describe('the look of the portal', () => {
  const name = () => screen.getByLabelText<HTMLInputElement>('Name of the portal')

  it('outlives a reload, is forgotten once it is saved, and what is typed then is kept too', async () => {
    let now = portal
    api.use(
      mock('get', '/api/office/portal', () => now),
      mock('put', '/api/office/portal', ({ body }) => {
        now = { ...now, name: body.name, version: now.version + 1 }
        return now
      }),
    )
    await openApp('/settings/portal')
    write(name(), 'Half a name')
    cleanup()
    await openApp('/settings/portal')
    expect(screen.getByText(returned)).toBeTruthy()
    expect(name().value).toBe('Half a name')
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(drafts()).toEqual([]))
    expect(screen.queryByText(returned)).toBeNull()
    write(name(), 'Another name')
    expect(drafts()).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Discard changes' }))
    expect(drafts()).toEqual([])
    expect(name().value).toBe('Half a name')
  })

  it('says on its return that somebody else has saved since', async () => {
    await openApp('/settings/portal')
    write(name(), 'Half a name')
    cleanup()
    api.use(mock('get', '/api/office/portal', () => ({ ...portal, version: 9 })))
    await openApp('/settings/portal')
    expect(name().value).toBe('Half a name')
    expect(screen.getByText('Somebody else saved meanwhile')).toBeTruthy()
  })
})
