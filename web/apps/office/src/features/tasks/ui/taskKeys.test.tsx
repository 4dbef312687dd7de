import type { Body } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { task, tasks } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'

/** What was asked of the server about the task. */
let asked: string[] = []

const completed = task({ state: 'completed', completed: { by: 'Demo Owner', at: '2026-03-10T08:40:00Z' } })

beforeEach(() => {
  asked = []
  api.use(
    mock('get', '/api/office/tasks/{task}', ({ params }) =>
      task({
        ...tasks.find(({ id }) => id === params.task),
        ...(params.task === 'tsk_statement' ? {} : { messages: [] }),
      }),
    ),
    mock('post', '/api/office/tasks/{task}/complete', ({ params }) => {
      asked.push(`complete ${params.task}`)
      return completed
    }),
    mock('post', '/api/office/tasks/{task}/reopen', ({ params }) => {
      asked.push(`reopen ${params.task}`)
      return task()
    }),
  )
})

describe('the keys of a task', () => {
  it('r turns to the composer, linked to what the client wrote last, and types nothing else away', async () => {
    const { user } = await openApp('/tasks/tsk_statement')
    await user.keyboard('r')
    const text = await screen.findByLabelText('Message to the client')
    expect(screen.getByText(/^Reply to Mari Maasikas/)).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(text))
    await user.keyboard('e{Escape}')
    expect(text).toHaveProperty('value', 'e')
    expect(asked).toEqual([])
    expect(screen.getByRole('button', { name: 'Complete' })).toBeTruthy()
  })

  it('e completes it and opens it again, and the button says so', async () => {
    const { user } = await openApp('/tasks/tsk_statement')
    expect(screen.getByRole('button', { name: 'Complete' }).getAttribute('aria-keyshortcuts')).toBe('e')
    await user.keyboard('e')
    await screen.findByRole('button', { name: 'Reopen' })
    await user.keyboard('e')
    await screen.findByRole('button', { name: 'Complete' })
    await waitFor(() => expect(asked).toEqual(['complete tsk_statement', 'reopen tsk_statement']))
  })

  it('a opens the choice of the assignee, in which letters find members', async () => {
    const { user } = await openApp('/tasks/tsk_statement')
    await user.keyboard('a')
    await screen.findByRole('option', { name: /Second Accountant/ })
    await user.keyboard('e')
    expect(asked).toEqual([])
  })

  it('j and k go along the list that it was opened from, and Esc back to it', async () => {
    const { user, address } = await openApp('/tasks?client=cli_001')
    await user.click(await screen.findByRole('link', { name: /Bank statement for February/ }))
    await screen.findByRole('heading', { level: 1, name: 'Bank statement for February' })
    await user.keyboard('k')
    expect(address()).toBe('/tasks/tsk_statement')
    await user.keyboard('j')
    await screen.findByRole('heading', { level: 1, name: 'VAT return: missing purchase invoices' })
    await user.keyboard('k')
    await screen.findByRole('heading', { level: 1, name: 'Bank statement for February' })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(address()).toBe('/tasks?client=cli_001'))
  })

  it('stand in the help of the keys', async () => {
    const { user } = await openApp('/tasks/tsk_statement')
    await user.keyboard('?')
    const keys = within(await screen.findByRole('region', { name: 'On a task or request' }))
    expect(keys.getByText('Complete the task, close the request, or reopen it')).toBeTruthy()
  })
})

describe('completing a task', () => {
  it('shows at once, and Undo waits for its turn', async () => {
    let answer = (_: unknown) => {}
    const answered = new Promise((resolve) => {
      answer = resolve
    })
    api.use(
      mock('post', '/api/office/tasks/{task}/complete', async () => {
        asked.push('complete')
        await answered
        return completed
      }),
    )
    const { user } = await openApp('/tasks/tsk_statement')
    await user.click(screen.getByRole('button', { name: 'Complete' }))
    await screen.findByText('Reopen')
    await user.click(screen.getByText('Undo'))
    await screen.findByText('Complete')
    expect(asked).toEqual(['complete'])
    answer(null)
    await waitFor(() => expect(asked).toEqual(['complete', 'reopen tsk_statement']))
    expect(screen.getByRole('button', { name: 'Complete' })).toBeTruthy()
  })

  it('is taken back when the server refuses', async () => {
    api.use(mock('post', '/api/office/tasks/{task}/complete', () => problem(409, 'busy')))
    const { user } = await openApp('/tasks/tsk_statement')
    await user.click(screen.getByRole('button', { name: 'Complete' }))
    await screen.findByText('Somebody else is changing this right now. Try again.')
    expect(await screen.findByRole('button', { name: 'Complete' })).toBeTruthy()
  })
})

it('a removed step comes back to its place with its tick', async () => {
  const saved: Body<'update_task'>[] = []
  const rest = task().checklist.filter(({ id }) => id !== 'chk_2')
  api.use(
    mock('patch', '/api/office/tasks/{task}', ({ body }) => {
      saved.push(body)
      return task(saved.length === 1 ? { checklist: rest, version: 13 } : {})
    }),
  )
  const { user } = await openApp('/tasks/tsk_statement')
  await user.click(await screen.findByRole('button', { name: 'Remove “Savings account”' }))
  await screen.findByText('Step removed.')
  expect(screen.queryByText('Savings account')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByText('Savings account')
  expect(saved[0]?.checklist).toHaveLength(4)
  expect(saved[1]?.checklist?.[1]).toEqual({ text: 'Savings account', is_done: true })
  expect(saved[1]?.checklist?.[2]).toMatchObject({ id: 'chk_3' })
})

it('a task that stands alone is made recurring: the new series begins with what it says', async () => {
  api.use(mock('get', '/api/office/tasks/{task}', () => task({ series_id: null, auto_complete: true })))
  const { user, address } = await openApp('/tasks/tsk_statement')
  await user.click(screen.getByRole('link', { name: 'Make it recurring' }))
  const title = await screen.findByLabelText(/^Title/)
  expect(address()).toBe('/series/new?client=cli_001&task=tsk_statement')
  expect(title).toHaveProperty('value', 'Bank statement for February')
  expect(screen.getByLabelText(/^Description/)).toHaveProperty('value', task().description)
  expect(screen.getByLabelText('Step 3')).toHaveProperty('value', 'Company card')
  await waitFor(() =>
    expect(screen.getByRole('combobox', { name: 'Client' })).toHaveProperty('value', 'Example Bakery OÜ'),
  )
  expect(screen.getByRole('switch', { name: /^Complete automatically/ })).toHaveProperty('checked', true)
})

it('a task of a series is not offered to recur once more', async () => {
  await openApp('/tasks/tsk_statement')
  await screen.findByText('Created')
  expect(screen.queryByRole('link', { name: 'Make it recurring' })).toBeNull()
})
