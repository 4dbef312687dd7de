import type { Body } from '@sild/api'
import { created, mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { http } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { session } from '../../../../test/demo/data'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import type { ImportView } from '../api/imports'

const importView = (change: Partial<ImportView> = {}): ImportView => ({
  id: 'imp_1',
  file_name: 'clients.csv',
  state: 'previewed',
  problem: null,
  separator: 'semicolon',
  encoding: 'utf8',
  columns: [
    { heading: 'Company', field: 'client_name' },
    { heading: 'Code', field: 'registry_code' },
    { heading: 'Who', field: null },
    { heading: '', field: 'contact_email' },
  ],
  sample: [
    ['Example Bakery', '10000018', 'Mari Maasikas', 'mari@client.example'],
    ['Example Garage', '', '', 'nobody'],
  ],
  row_count: 2,
  rows_with_errors: 1,
  new_clients: 1,
  known_clients: 1,
  new_contacts: 1,
  known_contacts: 0,
  rows_done: 0,
  clients_created: 0,
  contacts_created: 0,
  rows_updated: 0,
  rows_skipped: 0,
  rows_failed: 0,
  error_count: 2,
  errors: [
    { row: 3, column: 4, code: 'invalid_email' },
    { row: 3, column: 1, code: 'required' },
  ],
  ...change,
})

const accepted = (view: ImportView) =>
  new Response(JSON.stringify(view), { status: 202, headers: { 'content-type': 'application/json' } })

let current: ImportView
const previews: Body<'preview_import'>[] = []
const starts: Body<'start_import'>[] = []

beforeEach(() => {
  current = importView()
  previews.length = 0
  starts.length = 0
  api.use(
    mock('get', '/api/office/imports/{import}', () => current),
    mock('post', '/api/office/imports/{import}/preview', ({ body }) => {
      previews.push(body)
      return accepted({ ...current, state: 'previewing' })
    }),
    mock('post', '/api/office/imports/{import}/start', ({ body }) => {
      starts.push(body)
      current = importView({ state: 'running', rows_done: 1 })
      return accepted(current)
    }),
  )
})

const table = (text: string, name = 'clients.csv') => new File([text], name, { type: 'text/csv' })
const chooser = () => document.querySelector('input[type="file"]') as HTMLInputElement

describe('choosing a table (S65)', () => {
  it('sends it to the store, has it looked through and goes on at its address', async () => {
    let declared: Body<'declare_import'> | null = null
    const stored: (string | null)[] = []
    api.use(
      mock('post', '/api/office/imports', ({ body }) => {
        declared = body
        return created({
          import_id: 'imp_1',
          method: 'PUT',
          url: 'http://store.example/imp_1',
          headers: { 'content-type': 'text/csv' },
          expires_at: '2026-03-10T08:47:00Z',
        })
      }),
      http.put('http://store.example/imp_1', ({ request }) => {
        stored.push(request.headers.get('content-type'))
        return new Response(null, { status: 200, headers: { 'access-control-allow-origin': '*' } })
      }),
    )
    const { user, address } = await openApp('/clients/import')
    await user.upload(chooser(), table('name\nBakery'))
    await screen.findByText('What was understood')
    expect(address()).toBe('/clients/import/imp_1')
    expect(declared).toEqual({ file_name: 'clients.csv', size_bytes: 11 })
    expect(stored).toEqual(['text/csv'])
    expect(previews).toEqual([{}])
  })

  it('refuses what is empty or no CSV before anything is sent', async () => {
    const { user } = await openApp('/clients/import')
    await user.upload(chooser(), table(''))
    await screen.findByText(/is empty: 0 bytes/)
    await user.upload(chooser(), new File(['x'], 'clients.csv.ods', { type: 'text/csv' }))
    await screen.findByText(/is a spreadsheet/)
  })

  it('says why it was refused and takes another', async () => {
    api.use(
      mock('post', '/api/office/imports', () =>
        problem(422, 'invalid_value', { errors: [{ pointer: '/file_name', code: 'too_long' }] }),
      ),
    )
    const { user } = await openApp('/clients/import')
    await user.upload(chooser(), table('name\nBakery'))
    await screen.findByText('This is too long.')
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeTruthy()
  })

  it('is for admins and the owner', async () => {
    const member = { ...session.member, role: 'member' as const }
    api.use(mock('get', '/api/office/session', () => ({ ...session, member })))
    await openApp('/clients/import')
    screen.getByText('Only admins and the owner import clients')
    expect(chooser()).toBeNull()
  })
})

describe('what was understood of a table (S65)', () => {
  it('shows its rows, what each column holds and what will happen', async () => {
    await openApp('/clients/import/imp_1')
    screen.getByText('clients.csv · 2 rows')
    screen.getByText('Example Bakery')
    expect(screen.getByRole('button', { name: /What “Company” holds/ }).textContent).toContain('Client name')
    expect(screen.getByRole('button', { name: /What “Who” holds/ }).textContent).toContain('Leave out')
    expect(screen.getByRole('button', { name: /What “column 4” holds/ }).textContent).toContain('E-mail')
    const errors = within(screen.getByRole('region', { name: '2 errors' }))
    expect(errors.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'RowClientColumnValueWhat is wrong',
      '3Example Garagecolumn 4nobodyWrite an e-mail address such as name@company.com.',
      '3Example GarageCompanyExample GarageFill this in.',
    ])
  })

  it('counts its rows as the spreadsheet does and marks the cells that are wrong', async () => {
    await openApp('/clients/import/imp_1')
    const rows = within(screen.getByRole('table', { name: 'The first rows of the file' })).getAllByRole('row')
    expect(rows.map((row) => row.firstElementChild?.textContent)).toEqual(['Row', '2', '3'])
    const wrong = [...(rows[2]?.querySelectorAll('[title]') ?? [])].map((cell) => cell.textContent)
    expect(wrong).toEqual([
      'Example Garage Fill this in.',
      'nobody Write an e-mail address such as name@company.com.',
    ])
    expect(rows[1]?.querySelector('[title]')).toBeNull()
  })

  it('counts no rows where empty ones between them make that unsure', async () => {
    current = importView({ errors: [{ row: 5, column: 4, code: 'invalid_email' }], error_count: 1 })
    await openApp('/clients/import/imp_1')
    const rows = within(screen.getByRole('table', { name: 'The first rows of the file' })).getAllByRole('row')
    expect(rows[2]?.firstElementChild?.textContent).toBe('Example Garage')
    const errors = within(screen.getByRole('region', { name: '1 error' }))
    expect(errors.getAllByRole('row')[0]?.textContent).toBe('RowColumnWhat is wrong')
  })

  it('can be corrected: a column, the separator, the encoding', async () => {
    const { user } = await openApp('/clients/import/imp_1')
    const choose = async (name: RegExp, option: RegExp | string) => {
      await waitFor(() => expect(screen.getByRole('button', { name })).toHaveProperty('disabled', false))
      await user.click(screen.getByRole('button', { name }))
      await user.click(await screen.findByRole('option', { name: option }))
    }
    // Another column with the same field loses it.
    await choose(/What “Who” holds/, 'Client name')
    await choose(/Separator/, /Comma/)
    await choose(/Encoding/, /Windows-1257/)
    await waitFor(() => expect(previews).toHaveLength(3))
    expect(previews).toEqual([
      {
        separator: 'semicolon',
        encoding: 'utf8',
        columns: [null, 'registry_code', 'client_name', 'contact_email'],
      },
      { separator: 'comma', encoding: 'utf8' },
      {
        separator: 'semicolon',
        encoding: 'windows1257',
        columns: ['client_name', 'registry_code', null, 'contact_email'],
      },
    ])
  })

  it('gives the errors to take along', async () => {
    const { user } = await openApp('/clients/import/imp_1')
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    await screen.findByText('The list of errors is copied.')
    expect(write.mock.calls[0]?.[0].split('\n')[2]).toBe(
      '3\tExample Garage\tCompany\tExample Garage\tFill this in.',
    )
  })

  it('that has no column of names cannot be started', async () => {
    current = importView({ problem: 'no_name_column', errors: [], error_count: 0, rows_with_errors: 0 })
    await openApp('/clients/import/imp_1')
    screen.getByText(/No column holds the names of clients/)
    expect(screen.getByRole('button', { name: 'Nothing to import' })).toHaveProperty('disabled', true)
  })

  it('that is no table says so and leads to another file', async () => {
    const nothing = { columns: [], sample: [], separator: null, encoding: null, row_count: 0 }
    current = importView({ ...nothing, problem: 'not_a_table', errors: [], error_count: 0 })
    await openApp('/clients/import/imp_1')
    screen.getByText(/This is not a table of text/)
    expect(screen.getAllByRole('link', { name: 'Choose another file' })[0]?.getAttribute('href')).toBe(
      '/clients/import',
    )
  })

  it('whose sending was interrupted can be looked through after a reload', async () => {
    current = importView({ state: 'declared', columns: [], sample: [], row_count: 0 })
    const { user } = await openApp('/clients/import/imp_1')
    await screen.findByText('The file has not arrived')
    current = importView()
    await user.click(screen.getByRole('button', { name: 'Look through it' }))
    await screen.findByText('What was understood')
    expect(previews).toEqual([{}])
  })
})

describe('the rows of a table (S65)', () => {
  it('are written once started, with what is to become of known clients, and a reload goes on', async () => {
    const { user } = await openApp('/clients/import/imp_1')
    screen.getByText(/are passed over/)
    await user.click(screen.getByRole('radio', { name: 'Update' }))
    await user.click(screen.getByRole('button', { name: 'Import 1 row' }))
    await screen.findByText('1 of 2 rows…')
    expect(starts).toEqual([{ duplicates: 'update' }])
    current = importView({
      state: 'done',
      sample: [],
      rows_done: 2,
      clients_created: 1,
      contacts_created: 1,
      rows_failed: 0,
    })
    await screen.findByText('The import is finished')
    screen.getByText('1 row is not in; it stands below.')
    // The server has no preview any more; what was seen of it stays with the errors.
    within(screen.getByRole('region', { name: '2 errors' })).getByText('nobody')
    expect(screen.getByRole('link', { name: 'Show clients' }).getAttribute('href')).toBe('/clients')
  })

  it('that somebody else has started already are shown as far as they are', async () => {
    api.use(
      mock('post', '/api/office/imports/{import}/start', () => {
        current = importView({ state: 'running', rows_done: 1 })
        return problem(409, 'import_started')
      }),
    )
    const { user } = await openApp('/clients/import/imp_1')
    await user.click(screen.getByRole('button', { name: 'Import 1 row' }))
    await screen.findByText('1 of 2 rows…')
  })

  it('of an import that is gone are not found', async () => {
    api.use(mock('get', '/api/office/imports/{import}', () => problem(404, 'not_found')))
    await openApp('/clients/import/imp_1')
    await screen.findByText('Not found')
  })
})
