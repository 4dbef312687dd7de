import type { FileSummary } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { clientFiles } from '../../../../test/demo/files'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'

const list = '/api/office/clients/{client}/files'
const address = '/clients/cli_001?tab=files'

type Part = { items: FileSummary[]; next: string | null }

const answer = (parts: Record<string, Part>) =>
  api.use(mock('get', list, ({ query }) => parts[query.get('cursor') ?? ''] ?? problem(422, 'invalid_value')))

beforeEach(() => answer({ '': { items: clientFiles, next: null } }))

const rows = () =>
  screen.findByRole('table', { name: 'Files' }).then((table) => within(table).getAllByRole('row').slice(1))

describe('the files of a client', () => {
  it('stand in one list with what they belong to and who sees them (S37)', async () => {
    const { user } = await openApp('/clients/cli_001')
    const tabs = screen.getByRole('navigation', { name: 'Parts of the client’s card' })
    await user.click(within(tabs).getByRole('link', { name: 'Files' }))
    const [first, second] = await rows()
    if (!first || !second) throw new Error('no rows')
    within(first).getByText('Calculation of the VAT.xlsx')
    expect(within(first).getAllByText('Only office').length).toBeGreaterThan(0)
    const [task] = within(first).getAllByRole('link', { name: 'Bank statement for February' })
    expect(task?.getAttribute('href')).toBe('/tasks/tsk_statement')
    expect(within(second).getAllByText('Client too').length).toBeGreaterThan(0)
    const [request] = within(second).getAllByRole('link', { name: 'Request: A certificate for the bank' })
    expect(request?.getAttribute('href')).toBe('/requests/req_certificate')
    within(second).getByText(/kB · Mari Maasikas · /)
  })

  it('are downloaded from where they belong to, and what fails is said', async () => {
    const asked: string[] = []
    api.use(
      mock('get', '/api/office/tasks/{task}/files/{file}/download', ({ params }) => {
        asked.push(`${params.task} ${params.file}`)
        return { url: '#saved', expires_at: '2026-03-10T09:00:00Z' }
      }),
      mock('get', '/api/office/requests/{request}/files/{file}/download', () => problem(404, 'not_found')),
    )
    const { user } = await openApp(address)
    await user.click(await screen.findByRole('button', { name: 'Download Calculation of the VAT.xlsx' }))
    await waitFor(() => expect(asked).toEqual(['tsk_statement fil_3']))
    await user.click(screen.getByRole('button', { name: 'Download Letter of the bank.pdf' }))
    await screen.findByText('It does not exist, or you have no access to it.')
  })

  it('say what belongs here when there are none', async () => {
    answer({ '': { items: [], next: null } })
    await openApp(address)
    await screen.findByText('No files yet')
  })

  it('can be asked for again when they do not come', async () => {
    api.use(mock('get', list, () => problem(403, 'role_required'), { once: true }))
    const { user } = await openApp(address)
    await screen.findByText('The files could not be loaded')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await rows()).toHaveLength(clientFiles.length)
  })

  it('come in parts: one that holds nothing is gone over, and more is shown on demand', async () => {
    answer({
      '': { items: [], next: 'a' },
      a: { items: clientFiles.slice(0, 1), next: 'b' },
      b: { items: clientFiles.slice(1), next: null },
    })
    const { user } = await openApp(address)
    expect(await rows()).toHaveLength(1)
    api.use(mock('get', list, () => problem(403, 'role_required'), { once: true }))
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    await screen.findByText('The files could not be loaded')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(async () => expect(await rows()).toHaveLength(clientFiles.length))
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
  })
})
