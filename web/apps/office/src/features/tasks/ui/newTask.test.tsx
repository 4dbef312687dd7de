import type { Body } from '@sild/api'
import { created, mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { client } from '../../../../test/demo/data'
import { task, waitingTask } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'

/** What was asked of the server, in order. */
let asked: string[] = []
let sent: Body<'create_task'>[] = []

const internal = task({ id: 'tsk_new', title: 'Bank statement', portal_state: 'not_assigned' })

beforeEach(() => {
  asked = []
  sent = []
  api.use(
    mock('post', '/api/office/tasks', ({ body }) => {
      asked.push('create')
      sent.push(body)
      return created(internal)
    }),
    mock('put', '/api/office/clients/{client}/portal', ({ params, body }) => {
      asked.push(`open ${params.client} ${body.is_open}`)
      return client
    }),
    mock('post', '/api/office/tasks/{task}/assign', ({ params }) => {
      asked.push(`assign ${params.task}`)
      return { ...waitingTask(), id: 'tsk_new' }
    }),
    mock('get', '/api/office/tasks/{task}', () => internal),
  )
})

async function openDialog() {
  const app = await openApp('/tasks?client=cli_001')
  await app.user.click(screen.getByRole('button', { name: 'New task' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'New task' }))
  await app.user.type(dialog.getByLabelText('Title'), 'Bank statement')
  return { ...app, dialog }
}

describe('a new task for one client', () => {
  it('stays with the office unless told otherwise', async () => {
    const { user, dialog, address } = await openDialog()
    expect(dialog.getByText('Only your office sees the task. It can be assigned later.')).toBeTruthy()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(address()).toBe('/tasks/tsk_new'))
    expect(asked).toEqual(['create'])
  })

  it('goes to the client in one go, after the form has said to whom and when, on Ctrl + Enter', async () => {
    const { user, dialog, address } = await openDialog()
    await user.click(dialog.getByRole('radio', { name: 'Assign to the client now' }))
    await dialog.findByText(
      'Goes to Mari Maasikas and Jaan Tamm: visible at once, and the e-mail about it leaves in about five minutes.',
    )
    await user.click(dialog.getByRole('checkbox', { name: /^Complete automatically/ }))
    await user.type(dialog.getByLabelText(/^Description/), 'Every account')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(address()).toBe('/tasks/tsk_new'))
    expect(asked).toEqual(['create', 'assign tsk_new'])
    expect(sent[0]).toMatchObject({ client_id: 'cli_001', description: 'Every account', auto_complete: true })
    expect(await screen.findByText('Assigned. Example Bakery OÜ sees the task now.')).toBeTruthy()
  })

  it('says so when the portal has to be opened first', async () => {
    api.use(
      mock('get', '/api/office/clients/{client}', () => ({ ...client, portal_state: 'closed' as const })),
    )
    const { user, dialog, address } = await openDialog()
    await user.click(dialog.getByRole('radio', { name: 'Assign to the client now' }))
    await dialog.findByText(/^A client with a closed portal cannot get a task\./)
    await user.click(dialog.getByRole('button', { name: 'Open portal and assign' }))
    await waitFor(() => expect(address()).toBe('/tasks/tsk_new'))
    expect(asked).toEqual(['create', 'open cli_001 true', 'assign tsk_new'])
  })

  it('warns when no contact could see it', async () => {
    const contacts = client.contacts.map((contact) => ({ ...contact, has_access: false }))
    api.use(mock('get', '/api/office/clients/{client}', () => ({ ...client, contacts })))
    const { user, dialog } = await openDialog()
    await user.click(dialog.getByRole('radio', { name: 'Assign to the client now' }))
    await dialog.findByText(/^No contact of Example Bakery OÜ has portal access/)
  })

  it('is made once and stands open when it could not be assigned', async () => {
    api.use(
      mock('post', '/api/office/tasks/{task}/assign', () => {
        asked.push('assign refused')
        return problem(409, 'portal_inactive')
      }),
    )
    const { user, dialog, address } = await openDialog()
    await user.click(dialog.getByRole('radio', { name: 'Assign to the client now' }))
    await user.click(dialog.getByRole('button', { name: 'Create and assign' }))
    await screen.findByText(
      'The task is created, but not assigned. Your office’s client portal is not active yet.',
    )
    await waitFor(() => expect(address()).toBe('/tasks/tsk_new'))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(asked).toEqual(['create', 'assign refused'])
  })
})
