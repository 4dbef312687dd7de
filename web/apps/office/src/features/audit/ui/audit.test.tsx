import type { Answer, AuditEntry } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { session } from '../../../../test/demo/data'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'

const PATH = '/settings/audit?month=2026-03'
const olivia: AuditEntry['by'] = { kind: 'member', id: 'mem_owner', name: 'Olivia Owner' }
const mari: AuditEntry['by'] = { kind: 'contact', id: 'con_mari', name: 'Mari Mets' }
let count = 0

function entry(change: Partial<AuditEntry>): AuditEntry {
  count += 1
  return {
    id: `aud_${count}`,
    at: '2026-03-02T08:03:00Z',
    by: olivia,
    operation: 'update_task',
    what: 'task',
    thing_id: 'tsk_1',
    belongs_to: 'cli_1',
    change: 'changed',
    fields: [],
    ...change,
  }
}
const field = (name: string, from: string | null, to: string | null, is_erased = false) => ({
  field: name,
  from,
  to,
  is_erased,
})

const moved = entry({
  fields: [field('due', '2026-03-03', '2026-03-05'), field('title', 'Bank', 'Bank statement')],
})
const done = entry({ by: mari, operation: 'complete_portal_task', at: '2026-03-01T10:00:00Z' })

/** The trail of March has these entries, as one page. */
function trail(...items: AuditEntry[]) {
  api.use(mock('get', '/api/office/audit', () => ({ items, next: null })))
}

const lines = () => screen.findAllByRole('listitem').then((all) => all.filter((one) => one.closest('main')))

describe('the audit trail (S67)', () => {
  beforeEach(() => trail(moved, done))

  it('reads as sentences, by day, with what it was and became', async () => {
    await openApp(PATH)
    await screen.findByRole('region', { name: 'Monday 2 March' })
    const [first, second] = await lines()
    expect(first?.textContent).toContain('Olivia Owner changed the task Bank statement')
    expect(first?.textContent).toMatch(/Due date3 Mar 2026 became 5 Mar 2026/)
    expect(first?.textContent).toMatch(/TitleBank became Bank statement/)
    expect(second?.textContent).toContain('Mari Mets marked the task Bank statement as done')
    expect(within(second as HTMLElement).getByText('Contact')).toBeTruthy()
    expect(
      within(first as HTMLElement)
        .getByRole('link', { name: 'Bank statement' })
        .getAttribute('href'),
    ).toBe('/tasks/tsk_1')
  })

  it('asks for the name of a thing that no entry says, and does without where nobody knows it', async () => {
    trail(entry({ operation: 'archive_client', what: 'client', thing_id: 'cli_1' }), {
      ...done,
      thing_id: 'tsk_gone',
    })
    api.use(mock('get', '/api/office/tasks/{task}', () => problem(404, 'not_found')))
    await openApp(PATH)
    const [first, second] = await lines()
    await waitFor(() => expect(first?.textContent).toContain('archived the client Example Bakery OÜ'))
    expect(second?.textContent).toContain('marked the task tsk_gone as done')
  })

  it('says what was erased, and falls back to the names of the trail for what has no word', async () => {
    trail(
      entry({
        by: { kind: 'contact', id: 'con_x', name: null },
        what: 'contact',
        operation: 'update_portal_profile',
        thing_id: 'con_x',
        fields: [field('phone', null, null, true), field('shoe_size', '38', '39')],
      }),
    )
    await openApp(PATH)
    const [line] = await lines()
    expect(line?.textContent).toContain('Somebody who was erased changed the contact')
    expect(line?.textContent).toContain('Phoneerased')
    expect(within(line as HTMLElement).getByText('shoe_size').tagName).toBe('CODE')
    expect(within(line as HTMLElement).getByText('update_portal_profile')).toBeTruthy()
  })

  it('goes from month to month in the address', async () => {
    const asked: (string | null)[] = []
    api.use(
      mock('get', '/api/office/audit', ({ query }) => {
        asked.push(query.get('month'))
        return { items: [], next: null }
      }),
    )
    const { user, address } = await openApp('/settings/audit?month=2026-01')
    await screen.findByText('Nothing was changed in January 2026')
    await user.click(screen.getByRole('button', { name: 'The month before' }))
    await screen.findByText('Nothing was changed in December 2025')
    expect(address()).toBe('/settings/audit?month=2025-12')
    expect(asked).toEqual(['2026-01', '2025-12'])
  })

  it('shows this month unless told, and none after it', async () => {
    await openApp('/settings/audit')
    await lines()
    expect(screen.getByRole('button', { name: 'The month after' })).toHaveProperty('disabled', true)
  })

  it('loads more of the month behind what is there', async () => {
    api.use(
      mock('get', '/api/office/audit', ({ query }) =>
        query.get('cursor') === 'more' ? { items: [done], next: null } : { items: [moved], next: 'more' },
      ),
    )
    const { user } = await openApp(PATH)
    expect(await lines()).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Show more' }))
    await screen.findByText(/marked the task/)
    expect(await lines()).toHaveLength(2)
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
  })

  it('is narrowed to who and what, which the address keeps', async () => {
    const { user, address } = await openApp(PATH)
    await lines()
    await user.click(screen.getByRole('button', { name: /Who/ }))
    await user.click(await screen.findByRole('option', { name: 'Mari Mets' }))
    await waitFor(async () => expect(await lines()).toHaveLength(1))
    expect(address()).toBe('/settings/audit?month=2026-03&who=con_mari')
  })

  it('says that nothing matches, and shows everything again', async () => {
    const { user } = await openApp(`${PATH}&what=series`)
    await screen.findByText('Nothing in this month matches')
    screen.getByText('Show everything again, or choose another month.')
    await user.click(screen.getByRole('button', { name: 'Show everything' }))
    expect(await lines()).toHaveLength(2)
  })

  it('advises to load more only where there is more', async () => {
    api.use(mock('get', '/api/office/audit', () => ({ items: [moved], next: 'more' })))
    await openApp(`${PATH}&what=series`)
    await screen.findByText('Nothing that is loaded matches')
    screen.getByText('Load more of the month, or show everything again.')
    screen.getByRole('button', { name: 'Show more' })
  })

  it('keeps what only helps to look into it behind a press of its own, and the id once', async () => {
    trail(
      entry({
        operation: 'relay_outbox',
        change: 'created',
        fields: [
          field('id', null, 'tsk_1'),
          field('is_sample', null, 'true'),
          field('title', null, 'Bank statement'),
          field('office.by.id', null, 'mem_owner'),
        ],
      }),
    )
    await openApp(PATH)
    const [line] = await lines()
    const [details, technical] = (line as HTMLElement).querySelectorAll('details')
    expect(details?.open).toBe(false)
    expect(details?.textContent).toMatch(/Sample taskYes/)
    expect(technical?.open).toBe(false)
    expect(technical?.textContent).toMatch(/^Technical.*office\.by\.id.*Operationrelay_outbox.*Idtsk_1/)
    expect(within(line as HTMLElement).getAllByText('relay_outbox')).toHaveLength(1)
    expect(within(line as HTMLElement).getAllByText('tsk_1')).toHaveLength(1)
    expect(details?.textContent?.split('Technical')[0]).not.toMatch(/_|\./)
  })

  it('is handed out as a table of the month', async () => {
    const table: Answer<'get_export'> = {
      id: 'exp_1',
      separator: 'semicolon',
      is_archived: false,
      audit_month: '2026-03',
      done_at: null,
      row_count: 0,
      download: null,
    }
    let asked: unknown
    api.use(
      mock('post', '/api/office/audit/export', ({ body }) => {
        asked = body
        return Response.json(table, { status: 202 })
      }),
      mock('get', '/api/office/exports/{export}', () => ({
        ...table,
        done_at: '2026-03-10T08:42:00Z',
        row_count: 12,
        download: { url: 'https://store.example/audit-2026-03.csv', expires_at: '2026-03-10T08:43:00Z' },
      })),
    )
    const { user } = await openApp(PATH)
    await user.click(screen.getByRole('button', { name: 'Export the month' }))
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Export March 2026' }, { timeout: 15_000 }),
    )
    await user.click(dialog.getByRole('button', { name: 'Export' }))
    const link = await dialog.findByRole('link', { name: 'Download' })
    expect(link.getAttribute('href')).toBe('https://store.example/audit-2026-03.csv')
    expect(asked).toEqual({ month: '2026-03', separator: 'semicolon' })
  })

  it('is neither shown nor asked for by a plain member', async () => {
    const asked = vi.fn()
    api.use(
      mock('get', '/api/office/session', () => ({
        ...session,
        member: { ...session.member, role: 'member' as const },
      })),
      mock('get', '/api/office/audit', () => {
        asked()
        return problem(403, 'role_required')
      }),
    )
    await openApp(PATH)
    await screen.findByText('Only an admin or the owner of the office reads the audit trail.')
    expect(screen.queryByRole('link', { name: 'Audit trail' })).toBeNull()
    expect(asked).not.toHaveBeenCalled()
  })

  it('that does not come can be asked for again', async () => {
    api.use(mock('get', '/api/office/audit', () => problem(500, 'internal_error'), { once: true }))
    const { user } = await openApp(PATH)
    await screen.findByText('The audit trail could not be loaded')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await lines()).toHaveLength(2)
  })
})
