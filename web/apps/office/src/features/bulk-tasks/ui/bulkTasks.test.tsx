import type { Body, BulkTask } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { bulkOpening, clients } from '../../../../test/demo/data'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { progressPercent } from '../model/audience'

const [first, second] = clients.filter(({ portal_state }) => portal_state !== 'closed')
const closed = clients.find(({ portal_state }) => portal_state === 'closed')
if (!first || !second || !closed) throw new Error('the demo has clients of every kind')
const listed = [first, second, closed]

const bulkTask = (change: Partial<BulkTask> = {}): BulkTask => ({
  id: 'blk_1',
  state: 'done',
  title: 'VAT return',
  assigns: true,
  total: 2,
  created: 2,
  skipped: [],
  ...change,
})
const passedOver = {
  client_id: closed.id,
  client_name: closed.name,
  contact_name: null,
  reason: 'portal_closed' as const,
}

/** The client list with the clients chosen. */
async function choose(chosen: { name: string }[]) {
  api.use(mock('get', '/api/office/clients', () => ({ items: listed, next: null })))
  const app = await openApp('/clients')
  for (const { name } of chosen)
    await app.user.click(await screen.findByRole('checkbox', { name: new RegExp(`^Select ${name}`) }))
  return app
}

describe('one task for many clients (S30)', () => {
  it('opens with t, is sent with Enter in its title, and tells how it went', async () => {
    const sent: Body<'start_bulk_task'>[] = []
    let polls = 0
    api.use(
      mock('post', '/api/office/bulk-tasks', ({ body }) => {
        sent.push(body)
        return bulkTask({ state: 'running', created: 0 })
      }),
      mock('get', '/api/office/bulk-tasks/{bulk_task}', () => {
        polls += 1
        return polls < 2 ? bulkTask({ state: 'running', created: 1 }) : bulkTask()
      }),
    )
    const { user } = await choose([first, second])
    await user.keyboard('t')
    await screen.findByRole('dialog', { name: 'One task for many clients' })
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Title')))
    await user.keyboard('VAT return{Enter}')
    await screen.findByText('2 clients have the task now.')
    expect(screen.getByText('Nobody was skipped.')).toBeTruthy()
    expect(sent).toEqual([
      {
        client_ids: [first.id, second.id],
        title: 'VAT return',
        description: '',
        due: null,
        checklist: [],
        assign: true,
        to_responsible: true,
        client_may_tick: false,
        auto_complete: false,
      },
    ])
    await user.click(screen.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByText('2 selected')).toBeNull())
  })

  it('stays internal where that is chosen, with steps for all', async () => {
    const sent: Body<'start_bulk_task'>[] = []
    api.use(
      mock('post', '/api/office/bulk-tasks', ({ body }) => {
        sent.push(body)
        return bulkTask({ assigns: false })
      }),
      mock('get', '/api/office/bulk-tasks/{bulk_task}', () => bulkTask({ assigns: false })),
    )
    const { user } = await choose([first, closed])
    await user.click(screen.getByRole('button', { name: 'New task' }))
    const dialog = await screen.findByRole('dialog')
    expect(
      within(dialog).getByText(`The portal of ${closed.name} is closed: it will be passed over.`),
    ).toBeTruthy()
    await user.click(within(dialog).getByRole('radio', { name: 'Keep internal' }))
    expect(within(dialog).queryByText(/will be passed over/)).toBeNull()
    await user.type(within(dialog).getByLabelText('Title'), 'Check VAT codes')
    await user.click(within(dialog).getByRole('button', { name: 'Add a step' }))
    await user.type(within(dialog).getByLabelText('Step 1'), 'Compare with the register')
    await user.click(within(dialog).getByRole('button', { name: 'Create for 2 clients' }))
    await screen.findByText('2 tasks are created.')
    expect(sent[0]).toMatchObject({ assign: false, checklist: [{ text: 'Compare with the register' }] })
  })

  it('names who was passed over, and opens their portals to give it to them after all', async () => {
    const sent: Body<'start_bulk_task'>[] = []
    const opened: Body<'start_bulk_opening'>[] = []
    api.use(
      mock('post', '/api/office/bulk-tasks', ({ body }) => {
        sent.push(body)
        return bulkTask({ id: `blk_${sent.length}`, state: 'running' })
      }),
      mock('get', '/api/office/bulk-tasks/{bulk_task}', ({ params }) =>
        params.bulk_task === 'blk_1'
          ? bulkTask({ created: 1, skipped: [passedOver] })
          : bulkTask({ id: 'blk_2', total: 1, created: 1 }),
      ),
      mock('post', '/api/office/bulk-openings', ({ body }) => {
        opened.push(body)
        return bulkOpening()
      }),
    )
    const { user } = await choose([first, closed])
    await user.keyboard('t')
    await user.type(await screen.findByLabelText('Title'), 'VAT return{Enter}')
    const passed = await screen.findByRole('region', { name: 'Who is skipped' })
    expect(within(passed).getByRole('link', { name: closed.name })).toBeTruthy()
    expect(within(passed).getByText('The client’s portal is closed.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Open its portal and assign' }))
    await screen.findByText('1 client has the task now.')
    await waitFor(() => expect(screen.queryByText('1 passed over')).toBeNull())
    expect(opened).toEqual([{ client_ids: [closed.id], with_invitations: false }])
    expect(sent[1]).toMatchObject({ client_ids: [closed.id], title: 'VAT return', assign: true })
  })

  it('keeps what was written when it is refused, and shows what is wrong at its field', async () => {
    let isBroken = true
    api.use(
      mock('post', '/api/office/bulk-tasks', () =>
        isBroken
          ? problem(409, 'portal_inactive')
          : problem(422, 'invalid_value', { errors: [{ pointer: '/title', code: 'too_long' }] }),
      ),
    )
    const { user } = await choose([first])
    await user.keyboard('t')
    await user.type(await screen.findByLabelText('Title'), 'VAT return{Enter}')
    await screen.findByText('Your office’s client portal is not active yet.')
    isBroken = false
    await user.click(screen.getByRole('button', { name: 'Assign to 1 client' }))
    await screen.findByText('This is too long.')
    expect(screen.getByLabelText('Title')).toHaveProperty('value', 'VAT return')
  })
})

it('progress is whole only when the server says so', () => {
  expect(progressPercent(bulkTask({ state: 'running', created: 1 }))).toBe(50)
  expect(progressPercent(bulkTask({ state: 'running', created: 1, skipped: [passedOver] }))).toBe(99)
  expect(progressPercent(bulkTask({ state: 'running', total: 0, created: 0 }))).toBe(0)
  expect(progressPercent(bulkTask())).toBe(100)
})
