import { mock } from '@sild/api/testing'
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { tasks } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { isAmong, ONLY } from '../model/only'

const [statement, vat] = tasks
if (!statement || !vat) throw new Error('the demo has tasks')

const rows = () => screen.getAllByRole('row').slice(1)

it('each filter takes the tasks that its word says', () => {
  const taken = ONLY.map((only) => tasks.filter((task) => isAmong(task, only)).map(({ id }) => id))
  expect(taken).toEqual([['tsk_statement'], ['tsk_statement', 'tsk_payroll'], ['tsk_vat']])
})

describe('the filters of the open tasks', () => {
  it('stand in the address, and are left out for what is completed', async () => {
    const { user, address } = await openApp('/tasks')
    await user.click(await screen.findByRole('button', { name: 'Done by the client' }))
    await waitFor(() => expect(address()).toBe('/tasks?only=done'))
    await waitFor(() => expect(rows()).toHaveLength(1))
    expect(screen.getByRole('link', { name: /^VAT return/ })).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Completed' }))
    await waitFor(() => expect(address()).toBe('/tasks?state=completed'))
    expect(screen.queryByRole('button', { name: 'Done by the client' })).toBeNull()
  })

  it('look on through the pages until the list ends', async () => {
    const pages: Record<string, typeof tasks> = { 2: tasks.slice(3), 3: [statement] }
    api.use(
      mock('get', '/api/office/tasks', ({ query }) => {
        const cursor = query.get('cursor')
        if (cursor === null) return { items: [vat], next: '2' }
        return { items: pages[cursor] ?? [], next: cursor === '2' ? '3' : null }
      }),
    )
    await openApp('/tasks?only=overdue')
    await screen.findByRole('link', { name: /^Bank statement for February/ })
    expect(rows()).toHaveLength(1)
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
  })

  it('say how many were looked through when there is none, and lead back to all', async () => {
    api.use(mock('get', '/api/office/tasks', () => ({ items: tasks.slice(4), next: null })))
    const { user, address } = await openApp('/tasks?only=overdue')
    await screen.findByText('All 2 open tasks of this list were looked through.')
    await user.click(screen.getByRole('button', { name: 'Show all open tasks' }))
    await waitFor(() => expect(address()).toBe('/tasks'))
    expect(rows()).toHaveLength(2)
  })
})
