import type { Body } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { task } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { inScope } from '../model/scope'

const bar = () => screen.getByRole('region', { name: 'Recurrence' })

/** The task of a series; gives what its edits send. */
async function openTask() {
  const sent: Body<'update_task'>[] = []
  api.use(
    mock('patch', '/api/office/tasks/{task}', ({ body }) => {
      sent.push(body)
      return task(body.title ? { title: body.title } : {})
    }),
  )
  return { sent, ...(await openApp('/tasks/tsk_statement')) }
}

describe('one task of a series (S41)', () => {
  it('is changed alone unless all that follow are chosen', async () => {
    const { sent, user } = await openTask()
    await user.click(screen.getByRole('switch', { name: /Complete automatically/ }))
    await waitFor(() => expect(sent).toEqual([{ auto_complete: true }]))
    await user.click(within(bar()).getByRole('radio', { name: 'This and all that follow' }))
    await user.click(screen.getByRole('button', { name: 'Rename' }))
    await user.type(screen.getByLabelText('Title'), ' (2)')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Saved for this one and all that follow.')
    expect(sent[1]).toEqual({ title: 'Bank statement for February (2)', and_following: true })
  })

  it('leads to its series', async () => {
    await openTask()
    const link = within(bar()).getByRole('link', { name: 'One of a series.' })
    expect(link.getAttribute('href')).toBe('/series/ser_statement')
  })

  it('says that the series is gone, and keeps what was written', async () => {
    api.use(
      mock('patch', '/api/office/tasks/{task}', () =>
        problem(422, 'invalid_value', { errors: [{ pointer: '/and_following', code: 'not_recurring' }] }),
      ),
    )
    const { user } = await openApp('/tasks/tsk_statement')
    await user.click(within(bar()).getByRole('radio', { name: 'This and all that follow' }))
    await user.click(screen.getByRole('button', { name: 'Rename' }))
    await user.type(screen.getByLabelText('Title'), ' (2)')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/Save it for this task alone/)
    expect(screen.getByLabelText('Title')).toHaveProperty('value', 'Bank statement for February (2)')
  })
})

it('a task of no series has no such choice', async () => {
  api.use(mock('get', '/api/office/tasks/{task}', () => task({ series_id: null })))
  await openApp('/tasks/tsk_statement')
  expect(screen.queryByRole('region', { name: 'Recurrence' })).toBeNull()
})

it('a deadline is each task’s own, whatever is chosen', () => {
  expect(inScope({ due: '2026-03-12' }, 'following')).toEqual({ due: '2026-03-12' })
  expect(inScope({ title: 'VAT' }, 'following')).toEqual({ title: 'VAT', and_following: true })
  expect(inScope({ title: 'VAT' }, 'one')).toEqual({ title: 'VAT' })
})
