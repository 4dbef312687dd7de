import type { Answer, Body } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { session } from '../../../../test/demo/data'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'

const table = (change: Partial<Answer<'get_export'>> = {}): Answer<'get_export'> => ({
  id: 'exp_1',
  separator: 'semicolon',
  is_archived: false,
  audit_month: null,
  done_at: null,
  row_count: 0,
  download: null,
  ...change,
})
const done = table({
  done_at: '2026-03-10T08:42:00Z',
  row_count: 3,
  download: { url: 'https://store.example/clients.csv', expires_at: '2026-03-10T08:43:00Z' },
})

const accepted = (body: object) =>
  new Response(JSON.stringify(body), { status: 202, headers: { 'content-type': 'application/json' } })

describe('the export of clients (S65)', () => {
  it('is asked for, waited for and handed out', async () => {
    let asked: Body<'export_clients'> | null = null
    let looks = 0
    api.use(
      mock('post', '/api/office/exports', ({ body }) => {
        asked = body
        return accepted(table())
      }),
      mock('get', '/api/office/exports/{export}', () => {
        looks += 1
        return looks < 2 ? table() : done
      }),
    )
    const { user } = await openApp('/clients?archived=true')
    await user.click(screen.getByRole('button', { name: 'Export' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Export clients' }, { timeout: 15_000 }))
    expect(dialog.getByRole('radio', { name: 'Archived' })).toHaveProperty('checked', true)
    await user.click(dialog.getByRole('radio', { name: 'Current' }))
    await user.click(dialog.getByRole('button', { name: /Separator/ }))
    await user.click(await screen.findByRole('option', { name: /Comma/ }))
    await user.click(dialog.getByRole('button', { name: 'Export' }))
    await dialog.findByText('Writing the table…')
    await dialog.findByText('The table is ready: 3 rows.')
    expect(dialog.getByRole('link', { name: 'Download' }).getAttribute('href')).toBe(
      'https://store.example/clients.csv',
    )
    expect(asked).toEqual({ separator: 'comma', is_archived: false })
  })

  it('that is refused keeps what was chosen and says why', async () => {
    api.use(mock('post', '/api/office/exports', () => problem(429, 'too_many_requests', { retryAfter: 60 })))
    const { user } = await openApp('/clients')
    await user.click(screen.getByRole('button', { name: 'Export' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Export clients' }))
    await user.click(dialog.getByRole('button', { name: 'Export' }))
    await dialog.findByText(/Too many/)
    expect(dialog.getByRole('button', { name: 'Export' })).toBeTruthy()
  })

  it('and the import are not offered to a plain member', async () => {
    const member = { ...session.member, role: 'member' as const }
    api.use(mock('get', '/api/office/session', () => ({ ...session, member })))
    await openApp('/clients')
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Import' })).toBeNull()
  })
})
