import type { PortalFileSummary } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, expect, test } from 'vitest'
import { bakery, branding, demoFiles, demoRequest, demoSession, demoTask } from '../../demo/demo.ts'
import { byMonth } from '../../src/features/documents/model/months.ts'
import { renderApp } from '../render-app.tsx'
import { server } from '../server.ts'

const list = '/api/portal/{office}/clients/{client}/files'
const path = `/c/${bakery.id}/documents`

/** What the server knows. */
let known: PortalFileSummary[]

beforeEach(() => {
  known = demoFiles
  server.use(
    mock('get', list, () => ({ items: known, next: null })),
    mock('get', '/api/portal/{office}/session', () => demoSession()),
  )
})

const heading = () => screen.findByRole('heading', { level: 1, name: 'Documents' })
const months = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
const rows = (month: string) => within(screen.getByRole('region', { name: month })).getAllByRole('listitem')

test('S37: shared files stand by month, each with whose it is, since when and what it belongs to', async () => {
  renderApp(path)
  await heading()
  const invoices = await screen.findByRole('button', { name: /Purchase invoices February.pdf/ })
  expect(months()).toEqual(['March 2026', 'February 2026'])
  expect(rows('March 2026')).toHaveLength(2)
  expect(invoices.textContent).toContain('2.4 MB · You, 1 Mar')
  const link = screen.getAllByRole('link', { name: /^Task: *Documents for the VAT return/ })[0]
  expect(link?.getAttribute('href')).toBe(`/c/${bakery.id}/tasks/${demoTask().id}`)
  const request = screen.getByRole('link', { name: /^Request: *A certificate for the bank/ })
  expect(request.getAttribute('href')).toBe(`/c/${bakery.id}/requests/${demoRequest().id}`)
})

test('a press downloads the file from where it belongs to; what fails is said beside it', async () => {
  const asked: string[] = []
  const file = '/api/portal/{office}/clients/{client}'
  server.use(
    mock('get', `${file}/tasks/{task}/files/{file}/download`, ({ params }) => {
      asked.push(`${params.task} ${params.file}`)
      return { url: '#saved', expires_at: '2026-03-02T10:00:00Z' }
    }),
    mock('get', `${file}/requests/{request}/files/{file}/download`, () => problem(404, 'not_found')),
  )
  const { user } = renderApp(path)
  await user.click(await screen.findByRole('button', { name: /Purchase invoices February.pdf/ }))
  await waitFor(() => expect(asked).toEqual([`${demoTask().id} ${demoFiles[1]?.id}`]))
  await waitFor(() => expect(location.hash).toBe('#saved'))
  await user.click(screen.getByRole('button', { name: /Certificate.pdf/ }))
  expect((await screen.findByRole('alert')).textContent).toBe(
    '“Certificate.pdf” could not be downloaded. Try again.',
  )
})

test('without files it is said what comes here, and the tasks are a press away', async () => {
  known = []
  renderApp(path)
  expect(await screen.findByText('No files yet')).toBeTruthy()
  expect(screen.getByText(new RegExp(branding.office_name))).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Go to tasks' }).getAttribute('href')).toBe(`/c/${bakery.id}/tasks`)
})

test('files that cannot be loaded can be tried again', async () => {
  server.use(mock('get', list, () => problem(403, 'role_required'), { once: true }))
  const { user } = renderApp(path)
  expect((await screen.findByRole('alert')).textContent).toContain('The files could not be loaded.')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('button', { name: /Certificate.pdf/ })).toBeTruthy()
})

test('parts that hold nothing are gone over, and more is shown on demand', async () => {
  const parts: Record<string, { items: PortalFileSummary[]; next: string | null }> = {
    '': { items: [], next: 'a' },
    a: { items: known.slice(0, 1), next: 'b' },
    b: { items: known.slice(1), next: null },
  }
  server.use(
    mock('get', list, ({ query }) => parts[query.get('cursor') ?? ''] ?? problem(422, 'invalid_value')),
  )
  const { user } = renderApp(path)
  expect(await screen.findByRole('button', { name: /Certificate.pdf/ })).toBeTruthy()
  expect(screen.queryByText('No files yet')).toBeNull()
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  const more = screen.getByRole('button', { name: 'Show more' })
  server.use(mock('get', list, () => problem(403, 'role_required'), { once: true }))
  await user.click(more)
  expect((await screen.findByRole('alert')).textContent).toContain('The files could not be loaded.')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(known.length))
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test('a file stands in the month in which it was shared, where the company is', () => {
  const at = (moment: string) => ({ at: moment })
  const late = at('2026-03-31T21:30:00Z')
  const months = byMonth([at('2026-03-31T20:30:00Z'), late, at('2026-02-01T10:00:00Z')])
  expect(months.map(({ month, files }) => [month, files.length])).toEqual([
    ['2026-04', 1],
    ['2026-03', 1],
    ['2026-02', 1],
  ])
  expect(months[0]?.files).toEqual([late])
})

test('S58: a company with a folder finds it above the files, and it opens in another tab', async () => {
  const folder = 'https://documents.example/bakery'
  const session = demoSession({ clients: [{ ...bakery, documents_url: folder }] })
  const { user } = renderApp('/', { session })
  const places = await screen.findByRole('navigation', { name: 'Main' })
  await user.click(within(places).getByRole('link', { name: 'Documents' }))
  await heading()
  const open = await screen.findByRole('link', { name: /^Open the folder/ })
  expect(open.getAttribute('href')).toBe(folder)
  expect(open.getAttribute('target')).toBe('_blank')
  expect(open.getAttribute('rel')).toBe('noopener noreferrer')
  expect(open.textContent).toContain('opens in a new tab')
  expect(screen.getByText('Opens documents.example')).toBeTruthy()
  await screen.findByRole('button', { name: /Certificate.pdf/ })
  expect(months()).toEqual(['The folder of Example Bakery OÜ', 'March 2026', 'February 2026'])
})

test('S58: without a folder there are the files alone', async () => {
  renderApp(path)
  await screen.findByRole('button', { name: /Certificate.pdf/ })
  expect(screen.queryByRole('link', { name: /^Open the folder/ })).toBeNull()
})
