import type { Body, OfficeClient } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { client, session, settings } from '../../../../test/demo/data'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'

let current: OfficeClient
const sent: { body: Body<'update_client'>; version: string | null }[] = []

beforeEach(() => {
  current = client
  sent.length = 0
  api.use(
    mock('get', '/api/office/clients/{client}', () => current),
    mock('patch', '/api/office/clients/{client}', ({ body, headers }) => {
      const version = headers.get('if-match')
      sent.push({ body, version })
      if (version !== `"${current.version}"`) return problem(412, 'version_mismatch')
      current = { ...current, ...(body as Partial<OfficeClient>), version: current.version + 1 }
      return current
    }),
  )
})

async function edit() {
  const app = await openApp('/clients/cli_001')
  await app.user.click(screen.getByRole('button', { name: 'Change details' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Edit client' }))
  return { ...app, dialog }
}

describe('the details of a client', () => {
  it('take a link to the documents folder, which opens in a new tab (S58)', async () => {
    const { user, dialog } = await edit()
    await user.type(dialog.getByLabelText(/^Link to the documents folder/), 'documents.example/bakery')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await dialog.findByText('Write an address that begins with https://.')
    await user.clear(dialog.getByLabelText(/^Link to the documents folder/))
    await user.type(
      dialog.getByLabelText(/^Link to the documents folder/),
      'https://documents.example/bakery',
    )
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    const link = await screen.findByRole('link', { name: 'Open the folder' })
    expect(link.getAttribute('href')).toBe('https://documents.example/bakery')
    expect(link.getAttribute('target')).toBe('_blank')
    expect(link.getAttribute('rel')).toContain('noopener')
    // Only what was changed is sent: an address of digitisation would be refused while that is off.
    expect(sent).toEqual([{ body: { documents_url: 'https://documents.example/bakery' }, version: '"7"' }])
  })

  it('take a digitisation address while the office digitises (S60)', async () => {
    const { user, dialog } = await edit()
    await user.type(await dialog.findByLabelText(/^Digitisation address/), 'bakery@in.example')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await screen.findByText('bakery@in.example')
    expect(sent.at(-1)?.body).toEqual({ digitisation_email: 'bakery@in.example' })
  })

  it('say that digitisation is off and where it is switched on (S59)', async () => {
    api.use(mock('get', '/api/office/settings', () => ({ ...settings, digitisation_is_on: false })))
    const { dialog } = await edit()
    await dialog.findByText(/Digitisation is off for your office/)
    expect(dialog.queryByLabelText(/^Digitisation address/)).toBeNull()
    expect(dialog.getByRole('link', { name: 'Office settings' }).getAttribute('href')).toBe(
      '/settings/office',
    )
  })

  it('keep what is typed when somebody else was faster, and show what they wrote', async () => {
    const { user, dialog } = await edit()
    const name = dialog.getByLabelText('Name of the company')
    await user.clear(name)
    await user.type(name, 'Bakery of Mine')
    current = { ...current, name: 'Bakery of Theirs', registry_code: '999', version: 8 }
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await dialog.findByText('Name of the company: Bakery of Theirs')
    expect(name).toHaveProperty('value', 'Bakery of Mine')
    expect(dialog.getByLabelText(/^Registry code/)).toHaveProperty('value', '999')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await screen.findByRole('heading', { name: 'Bakery of Mine', level: 1 })
    expect(sent.at(-1)).toEqual({ body: { name: 'Bakery of Mine' }, version: '"8"' })
  })
})

describe('who works with a client', () => {
  it('is decided by an admin: who answers for it and who works with it', async () => {
    const { user } = await openApp('/clients/cli_001')
    await user.click(screen.getByRole('button', { name: 'Change who works with it' }))
    const dialog = within(await screen.findByRole('dialog'))
    const admin = await dialog.findByRole('checkbox', { name: 'Demo Admin: works with it' })
    await user.click(admin)
    await user.click(dialog.getByRole('checkbox', { name: 'Second Accountant: responsible' }))
    expect(dialog.getByRole('checkbox', { name: 'Demo Owner: works with it' })).toHaveProperty(
      'disabled',
      true,
    )
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent).toEqual([
      { body: { responsible_ids: ['mem_owner'], member_ids: ['mem_admin'] }, version: '"7"' },
    ])
  })

  it('a plain member can only take it on, and is asked first', async () => {
    current = { ...client, responsible: [{ id: 'mem_second', name: 'Second Accountant' }] }
    const member = { ...session.member, id: 'mem_plain', role: 'member' as const }
    api.use(mock('get', '/api/office/session', () => ({ ...session, member })))
    const { user } = await openApp('/clients/cli_001')
    expect(screen.queryByRole('button', { name: 'Change who works with it' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Become responsible' }))
    const question = within(await screen.findByRole('alertdialog'))
    await user.click(question.getByRole('button', { name: 'Become responsible' }))
    await screen.findByText('You are responsible for Example Bakery OÜ now.')
    expect(sent[0]?.body).toEqual({ responsible_ids: ['mem_second', 'mem_plain'] })
  })
})

describe('archiving a client (S65)', () => {
  it('says what it does, then shows that it is archived and how it comes back', async () => {
    const asked: string[] = []
    const put = (is_archived: boolean) => {
      asked.push(is_archived ? 'archive' : 'restore')
      current = { ...current, is_archived, portal_state: 'closed', version: current.version + 1 }
      return current
    }
    api.use(
      mock('post', '/api/office/clients/{client}/archive', () => put(true)),
      mock('post', '/api/office/clients/{client}/restore', () => put(false)),
    )
    const { user } = await openApp('/clients/cli_001')
    await user.click(screen.getByRole('button', { name: 'More for Example Bakery OÜ' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Archive client' }))
    const question = within(await screen.findByRole('alertdialog'))
    question.getByText(/Its portal closes at once/)
    question.getByText('4 open tasks stay as they are.')
    expect(asked).toEqual([])
    await user.click(question.getByRole('button', { name: 'Archive client' }))
    await screen.findByText('This client is archived')
    expect(screen.queryByRole('button', { name: 'New task' })).toBeNull()
    expect(screen.getByRole('switch', { name: /Client portal open/ })).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('button', { name: 'Restore client' }))
    await waitFor(() => expect(screen.queryByText('This client is archived')).toBeNull())
    expect(asked).toEqual(['archive', 'restore'])
  })

  it('that is refused says why', async () => {
    api.use(mock('post', '/api/office/clients/{client}/archive', () => problem(409, 'busy')))
    const { user } = await openApp('/clients/cli_001')
    await user.click(screen.getByRole('button', { name: 'More for Example Bakery OÜ' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Archive client' }))
    const question = within(await screen.findByRole('alertdialog'))
    await user.click(question.getByRole('button', { name: 'Archive client' }))
    await question.findByText('Somebody else is changing this right now. Try again.')
  })
})
