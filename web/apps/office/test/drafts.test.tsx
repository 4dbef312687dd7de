import type { Member, Template } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { client, contact, members, portal, templates } from './demo/data'
import { request } from './demo/work'
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
  ['a new client', '/clients', 'New client', 'Name of the company', 'Add client'],
  ['a new contact', '/clients/cli_001?tab=contacts', 'Add contact', 'Name', 'Add contact'],
  ['a new member', '/settings/members', 'Invite member', 'Name', 'Send invitation'],
  ['a new sample task', '/settings/portal/templates', 'New sample task', 'Title', 'Add'],
  [
    'a request that becomes a task',
    '/requests/req_certificate',
    'Change into a task',
    'Title',
    'Change into a task',
  ],
] as const

const open = async (address: string, button: string) => {
  const { user } = await openApp(address)
  await user.click(screen.getAllByRole('button', { name: button })[0] as HTMLElement)
  return within(await screen.findByRole('dialog'))
}

describe('what is written is forgotten once it is saved', () => {
  it.each(dialogs)('%s', async (_what, address, button, label, save) => {
    api.use(
      mock('post', '/api/office/clients', () => client),
      mock('post', '/api/office/clients/{client}/contacts', () =>
        contact({ id: 'con_new', name: 'A whole thought' }),
      ),
      mock('post', '/api/office/members', ({ body }) => ({ ...members[0], ...body }) as Member),
      mock('post', '/api/office/templates', () => templates[0] as Template),
      mock('post', '/api/office/requests/{request}/convert', () => request({ state: 'converted' })),
    )
    const dialog = await open(address, button)
    write(dialog.getByLabelText(label), 'A whole thought')
    const email = dialog.queryByLabelText('E-mail address')
    if (email) write(email, 'whole@thought.example')
    expect(drafts()).toHaveLength(1)
    fireEvent.click(dialog.getByRole('button', { name: save }))
    await waitFor(() => expect(drafts()).toEqual([]))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})

describe('what is written outlives a reload, and is given up with Cancel', () => {
  it.each(dialogs)('%s', async (_what, address, button, label) => {
    write((await open(address, button)).getByLabelText(label), 'Half a thought')
    expect(drafts()).toHaveLength(1)
    cleanup()
    const dialog = await open(address, button)
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

  it('says at each return that somebody else has saved since, and is saved over that by no accident', async () => {
    const versions: (string | null)[] = []
    await openApp('/settings/portal')
    write(name(), 'Half a name')
    cleanup()
    api.use(
      mock('get', '/api/office/portal', () => ({ ...portal, version: 9 })),
      mock('put', '/api/office/portal', ({ headers }) => {
        versions.push(headers.get('if-match'))
        return problem(412, 'version_mismatch')
      }),
    )
    for (const _return of [1, 2]) {
      await openApp('/settings/portal')
      expect(name().value).toBe('Half a name')
      expect(screen.getByText('Somebody else saved meanwhile')).toBeTruthy()
      fireEvent.click(screen.getByRole('button', { name: 'Save' }))
      await waitFor(() => expect(versions.pop()).toBe(`"${portal.version}"`))
      cleanup()
    }
  })
})
