import type { Body, Task } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { settings } from '../../../../test/demo/data'
import { task } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { reminding } from '../model/reminding'

const card = () => screen.getByRole('region', { name: 'Reminders' })
const remindNow = () => within(card()).getByRole('button', { name: 'Remind now' })
const show = (change: Partial<Task>) => api.use(mock('get', '/api/office/tasks/{task}', () => task(change)))
const reminders = (change: Partial<Task['reminders']>) => ({ ...task().reminders, ...change })

describe('reminders of a task (S62)', () => {
  it('are said as a sentence, with the next and the last', async () => {
    show({ reminders: reminders({ next_on: '2026-03-12', last_at: '2026-03-09T07:00:00Z', count: 2 }) })
    await openApp('/tasks/tsk_statement')
    expect(
      await within(card()).findByText(
        'Office default: 3 days before the deadline and on the day of the deadline; at most 4 times, on working days.',
      ),
    ).toBeTruthy()
    expect(within(card()).getByText(/^Next automatic reminder: 12 Mar/)).toBeTruthy()
    expect(within(card()).getByText(/2 so far/)).toBeTruthy()
  })

  it('are none where the office has no rule', async () => {
    api.use(mock('get', '/api/office/settings', () => ({ ...settings, reminders: null })))
    await openApp('/tasks/tsk_statement')
    await within(card()).findByText('Office default: no automatic reminders.')
  })

  it('get a rule of their own', async () => {
    const sent: Body<'update_task'>[] = []
    api.use(
      mock('patch', '/api/office/tasks/{task}', ({ body }) => {
        sent.push(body)
        return task({ reminders: reminders({ choice: body.reminders ?? { mode: 'off' } }) })
      }),
    )
    const { user } = await openApp('/tasks/tsk_statement')
    await user.click(within(card()).getByRole('button', { name: 'Change' }))
    await user.click(await within(card()).findByRole('button', { name: /Reminders/ }))
    await user.click(await screen.findByRole('option', { name: 'Custom rule' }))
    await user.click(within(card()).getByRole('checkbox', { name: 'Before the deadline' }))
    await user.click(within(card()).getByRole('checkbox', { name: 'On the day of the deadline' }))
    expect(within(card()).getByText('Choose at least one day.')).toBeTruthy()
    expect(within(card()).getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
    await user.click(within(card()).getByRole('checkbox', { name: 'After the deadline' }))
    await user.click(within(card()).getByRole('button', { name: 'Save' }))
    await within(card()).findByText('Every 7 days after the deadline; at most 4 times, on working days.')
    expect(sent).toEqual([
      {
        reminders: {
          mode: 'own',
          rule: { days_before: null, on_the_day: false, every_days_after: 7, at_most: 4 },
        },
      },
    ])
  })

  it('leave at once, and then not again for an hour', async () => {
    let asked = 0
    api.use(
      mock('post', '/api/office/tasks/{task}/remind', () => {
        asked += 1
        return reminders({ asked_at: new Date().toISOString() })
      }),
    )
    const { user } = await openApp('/tasks/tsk_statement')
    await user.click(remindNow())
    await screen.findByText('Example Bakery OÜ is being reminded.')
    await within(card()).findByText(/^You can remind again at \d\d:\d\d: once an hour\.$/)
    expect(remindNow()).toHaveProperty('disabled', true)
    expect(asked).toBe(1)
  })

  it('say why they do not leave', async () => {
    api.use(mock('post', '/api/office/tasks/{task}/remind', () => problem(409, 'reminded_recently')))
    const { user } = await openApp('/tasks/tsk_statement')
    await user.click(remindNow())
    await within(card()).findByText(/less than an hour ago/)
  })

  it('are not for a task that the client does not see', async () => {
    show({ portal_state: 'not_assigned' })
    await openApp('/tasks/tsk_statement')
    expect(within(card()).queryByRole('button', { name: 'Remind now' })).toBeNull()
  })
})

it('what the client is not told of yet, has done, or was reminded of in the last hour is not reminded of', () => {
  const now = Date.parse('2026-03-10T09:00:00Z')
  expect(reminding(task(), now)).toEqual({ can: true })
  expect(reminding(task({ client_state: 'done' }), now)).toMatchObject({ why: 'done' })
  expect(reminding(task({ state: 'completed' }), now)).toMatchObject({ why: 'completed' })
  const waiting = { ...task().portal, announce_at: '2026-03-10T09:03:00Z', announced_at: null }
  expect(reminding(task({ portal: waiting }), now)).toMatchObject({ why: 'not_announced' })
  const asked = task({ reminders: reminders({ asked_at: '2026-03-10T08:30:00Z' }) })
  expect(reminding(asked, now)).toMatchObject({ why: 'recently', againAt: '2026-03-10T09:30:00.000Z' })
  expect(reminding(asked, now + 31 * 60_000)).toEqual({ can: true })
})

it('what the client did counts as seen once the task is opened', async () => {
  const seen: string[] = []
  api.use(
    mock('post', '/api/office/tasks/{task}/seen', ({ params }) => {
      seen.push(params.task ?? '')
      return null
    }),
  )
  await openApp('/tasks/tsk_statement')
  await waitFor(() => expect(seen).toEqual(['tsk_statement']))
})
