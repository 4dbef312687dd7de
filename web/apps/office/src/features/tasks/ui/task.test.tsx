import type { Body } from '@sild/api'
import { created, mock, problem } from '@sild/api/testing'
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { client, clients } from '../../../../test/demo/data'
import { NOW } from '../../../../test/demo/time'
import { closedTask, message, task, tasks, waitingTask } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'

const florist = { ...(clients[0] as (typeof clients)[number]), id: 'cli_florist', name: 'Example Florist OÜ' }
const composer = () => screen.getByRole('form', { name: 'Write a message' })
const toClient = () => within(composer()).getByRole('radio', { name: 'To client' })

describe('the thread', () => {
  it('shows internal notes unmistakably and offers Reply on every client message only', async () => {
    await openApp('/tasks/tsk_statement')
    const internal = screen.getByRole('article', { name: 'Internal note by Second Accountant' })
    expect(within(internal).getByText('Only your office')).toBeTruthy()
    const fromClient = screen.getByRole('article', { name: 'Message by Mari Maasikas' })
    expect(within(fromClient).queryByText('Only your office')).toBeNull()
    expect(screen.getAllByRole('button', { name: /^Reply to/ })).toHaveLength(1)
  })
})

describe('the composer', () => {
  it('writes internally unless told otherwise', async () => {
    const sent: Body<'post_message'>[] = []
    api.use(
      mock('post', '/api/office/tasks/{task}/messages', ({ body }) => {
        sent.push(body)
        return created(message({ id: 'msg_9', text: body.text }))
      }),
    )
    const { user } = await openApp('/tasks/tsk_statement')
    await user.type(screen.getByLabelText('Internal note'), 'Ask again on Friday')
    await user.click(screen.getByRole('button', { name: 'Add internal note' }))
    await waitFor(() =>
      expect(sent).toEqual([
        { visibility: 'internal', text: 'Ask again on Friday', file_ids: [], reply_to: null },
      ]),
    )
    await waitFor(() => expect(screen.getByLabelText('Internal note')).toHaveProperty('value', ''))
  })

  it('names who will read and asks before internal text goes to the client', async () => {
    const { user } = await openApp('/tasks/tsk_statement')
    await user.type(screen.getByLabelText('Internal note'), 'They always forget')
    await user.click(toClient())
    const question = await screen.findByRole('alertdialog', { name: 'Show this to the client?' })
    expect(within(question).getByText('They always forget')).toBeTruthy()
    await user.click(within(question).getByRole('button', { name: 'Keep it internal' }))
    expect(screen.getByLabelText('Internal note')).toHaveProperty('value', 'They always forget')
    await user.click(toClient())
    await user.click(await screen.findByRole('button', { name: 'Make it a message to the client' }))
    expect(await screen.findByText('Visible to Mari Maasikas and Jaan Tamm')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Send to client' })).toBeTruthy()
  })

  it('opens a reply in To-client mode, linked to the message', async () => {
    const sent: Body<'post_message'>[] = []
    api.use(
      mock('post', '/api/office/tasks/{task}/messages', ({ body }) => {
        sent.push(body)
        return created(message({ id: 'msg_9', text: body.text, visibility: 'portal' }))
      }),
    )
    const { user } = await openApp('/tasks/tsk_statement')
    await user.click(screen.getByRole('button', { name: 'Reply to Mari Maasikas' }))
    await user.type(screen.getByLabelText('Message to the client'), 'Both, please')
    await user.click(screen.getByRole('button', { name: 'Send to client' }))
    await waitFor(() => expect(sent[0]).toMatchObject({ visibility: 'portal', reply_to: 'msg_2' }))
  })

  it('sends nothing to a client that does not see the task', async () => {
    api.use(mock('get', '/api/office/tasks/{task}', () => task({ portal_state: 'not_assigned' })))
    const { user } = await openApp('/tasks/tsk_statement')
    await user.click(toClient())
    await user.type(screen.getByLabelText('Message to the client'), 'Hello')
    expect(screen.getByText('The client does not see this task. Assign it first, then write.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Send to client' })).toHaveProperty('disabled', true)
  })

  it('keeps the text when sending fails', async () => {
    api.use(mock('post', '/api/office/tasks/{task}/messages', () => problem(500, 'internal_error')))
    const { user } = await openApp('/tasks/tsk_statement')
    await user.type(screen.getByLabelText('Internal note'), 'Do not lose me')
    await user.click(screen.getByRole('button', { name: 'Add internal note' }))
    await screen.findByText('Something went wrong on our side. Try again in a moment.')
    expect(screen.getByLabelText('Internal note')).toHaveProperty('value', 'Do not lose me')
  })

  it('refuses a file over the limit before anything starts and names the limit', async () => {
    const { user } = await openApp('/tasks/tsk_statement')
    const big = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'scan.pdf', { type: 'application/pdf' })
    const input = composer().querySelector('input[type=file]')
    await user.upload(input as HTMLInputElement, big)
    await screen.findByText('“scan.pdf” is 10 MB. The limit is 10 MB: make it smaller or split it.')
  })
})

describe('the client portal panel', () => {
  it('counts down until the client is told, and Undo withdraws', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: NOW })
    try {
      let withdrawn = 0
      api.use(
        mock('get', '/api/office/tasks/{task}', () => waitingTask()),
        mock('post', '/api/office/tasks/{task}/withdraw', () => {
          withdrawn += 1
          return { ...waitingTask(), portal_state: 'withdrawn' as const }
        }),
      )
      const { user } = await openApp('/tasks/tsk_payroll')
      expect(screen.getByText('The client is told at 10:46')).toBeTruthy()
      // Nobody has seen or heard anything yet.
      expect(screen.getByRole('heading', { name: 'Visible to' })).toBeTruthy()
      const before = screen.getByRole('timer').textContent
      expect(before).toMatch(/^4:\d\d$/)
      await act(() => vi.advanceTimersByTimeAsync(3000))
      expect(screen.getByRole('timer').textContent).not.toBe(before)
      await user.click(screen.getByRole('button', { name: 'Undo' }))
      await screen.findByText('Withdrawn: the client does not see this task any more.')
      expect(withdrawn).toBe(1)
      expect(screen.getByRole('button', { name: 'Assign again' })).toBeTruthy()
    } finally {
      vi.useRealTimers()
    }
  })

  it('offers to open a closed portal and assigns in one go', async () => {
    const done: string[] = []
    api.use(
      mock('get', '/api/office/tasks/{task}', () => closedTask()),
      mock('put', '/api/office/clients/{client}/portal', ({ body }) => {
        done.push(`open ${body.is_open}`)
        return client
      }),
      mock('post', '/api/office/tasks/{task}/assign', () => {
        done.push('assign')
        return waitingTask()
      }),
    )
    const { user } = await openApp('/tasks/tsk_check')
    expect(
      screen.getByText('The portal of Example Bakery OÜ is closed, so it cannot see this task.'),
    ).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Open portal and assign' }))
    await screen.findByText('Assigned. Example Bakery OÜ sees the task now.')
    expect(done).toEqual(['open true', 'assign'])
  })

  it('asks to open the portal when it was closed meanwhile', async () => {
    api.use(
      mock('get', '/api/office/tasks/{task}', () => task({ portal_state: 'not_assigned' })),
      mock('post', '/api/office/tasks/{task}/assign', () => problem(409, 'portal_closed')),
    )
    const { user } = await openApp('/tasks/tsk_statement')
    await user.click(screen.getByRole('button', { name: 'Assign to client' }))
    await screen.findByRole('alertdialog', { name: 'The client’s portal is closed' })
  })

  it('asks before taking back what the client was told of', async () => {
    let withdrawn = 0
    api.use(
      mock('post', '/api/office/tasks/{task}/withdraw', () => {
        withdrawn += 1
        return task({ portal_state: 'withdrawn' })
      }),
    )
    const { user } = await openApp('/tasks/tsk_statement')
    await user.click(screen.getByRole('button', { name: 'Withdraw' }))
    const question = await screen.findByRole('alertdialog', { name: 'Withdraw this task?' })
    expect(withdrawn).toBe(0)
    await user.click(within(question).getByRole('button', { name: 'Withdraw' }))
    await screen.findByText('Withdrawn: the client does not see this task any more.')
    expect(withdrawn).toBe(1)
  })
})

describe('a task', () => {
  it('is completed with a way back', async () => {
    const completed = task({
      state: 'completed',
      completed: { by: 'Demo Owner', at: '2026-03-10T08:40:00Z' },
    })
    api.use(
      mock('post', '/api/office/tasks/{task}/complete', () => completed),
      mock('post', '/api/office/tasks/{task}/reopen', () => task()),
    )
    const { user } = await openApp('/tasks/tsk_statement')
    await user.click(screen.getByRole('button', { name: 'Complete' }))
    await screen.findByRole('button', { name: 'Reopen' })
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByRole('button', { name: 'Complete' })
  })

  it('that somebody else changed meanwhile keeps what was typed', async () => {
    const versions: (string | null)[] = []
    api.use(
      mock('patch', '/api/office/tasks/{task}', ({ headers }) => {
        versions.push(headers.get('if-match'))
        return problem(412, 'version_mismatch')
      }),
    )
    const { user } = await openApp('/tasks/tsk_statement')
    await user.click(screen.getByRole('button', { name: 'Rename' }))
    await user.clear(screen.getByLabelText('Title'))
    await user.type(screen.getByLabelText('Title'), 'My title')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/Somebody else changed this meanwhile/)
    expect(screen.getByLabelText('Title')).toHaveProperty('value', 'My title')
    expect(versions).toEqual(['"12"'])
  })

  it('gets another step at the end of its checklist', async () => {
    let saved: Body<'update_task'> = {}
    api.use(
      mock('patch', '/api/office/tasks/{task}', ({ body }) => {
        saved = body
        return task()
      }),
    )
    const { user } = await openApp('/tasks/tsk_statement')
    await user.type(screen.getByLabelText('Add a step'), 'Cash register report{Enter}')
    await waitFor(() => expect(saved.checklist?.at(-1)).toEqual({ text: 'Cash register report' }))
    expect(saved.checklist?.[0]).toEqual({ id: 'chk_1', text: 'Current account', is_done: true })
  })

  it('that does not exist says so and leads back', async () => {
    api.use(mock('get', '/api/office/tasks/{task}', () => problem(404, 'not_found')))
    await openApp('/tasks/tsk_gone')
    await screen.findByText('It does not exist, or you have no access to it.')
    expect(screen.getByRole('link', { name: 'Tasks', current: false })).toBeTruthy()
  })
})

describe('the work list', () => {
  it('shows overdue in words, not by colour alone, and news from the client', async () => {
    await openApp('/tasks')
    expect(await screen.findByText('Overdue by 2 days')).toBeTruthy()
    expect(
      screen.getByRole('link', { name: /Bank statement for February.*news from the client/ }),
    ).toBeTruthy()
  })

  it('keeps its filters in the address', async () => {
    const asked: string[] = []
    api.use(
      mock('get', '/api/office/tasks', ({ query }) => {
        asked.push(query.toString())
        return { items: tasks.slice(0, 1), next: null }
      }),
    )
    const { user, address } = await openApp('/tasks')
    await user.click(screen.getByRole('radio', { name: 'Completed' }))
    await waitFor(() => expect(address()).toBe('/tasks?state=completed'))
    await waitFor(() => expect(asked.some((one) => one.includes('state=completed'))).toBe(true))
    expect(asked.every((one) => one.includes('assignee=me'))).toBe(true)
  })

  it('completes the task with the focus on e, at once and with a way back', async () => {
    const asked: string[] = []
    api.use(
      mock('post', '/api/office/tasks/{task}/complete', ({ params }) => {
        asked.push(`complete ${params.task}`)
        api.use(mock('get', '/api/office/tasks', () => ({ items: tasks.slice(1), next: null })))
        return task({ state: 'completed' })
      }),
      mock('post', '/api/office/tasks/{task}/reopen', ({ params }) => {
        asked.push(`reopen ${params.task}`)
        return task()
      }),
    )
    const { user } = await openApp('/tasks')
    await screen.findByText('Overdue by 2 days')
    await user.keyboard('je')
    await screen.findByText('“Bank statement for February” is completed.')
    expect(screen.queryByText('Overdue by 2 days')).toBeNull()
    expect(document.activeElement?.textContent).toContain('VAT return')
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(asked).toEqual(['complete tsk_statement', 'reopen tsk_statement']))
  })

  it('that is empty says what belongs there and offers one action', async () => {
    api.use(mock('get', '/api/office/tasks', () => ({ items: [], next: null })))
    await openApp('/tasks')
    await screen.findByText('Tasks assigned to you appear here, the earliest deadline first.')
    expect(screen.getAllByRole('button', { name: 'New task' })).toHaveLength(2)
  })

  it('that failed can be tried again', async () => {
    let isBroken = true
    api.use(
      mock('get', '/api/office/tasks', () =>
        isBroken ? problem(500, 'internal_error') : { items: tasks, next: null },
      ),
    )
    const { user } = await openApp('/tasks')
    const retry = await screen.findByRole('button', { name: 'Try again' })
    isBroken = false
    await user.click(retry)
    await screen.findByText('Overdue by 2 days')
  })
})

describe('a new task', () => {
  it('shows the server’s field errors at their fields and keeps the input', async () => {
    api.use(
      mock('post', '/api/office/tasks', () =>
        problem(422, 'invalid_value', { errors: [{ pointer: '/title', code: 'too_long' }] }),
      ),
    )
    const { user } = await openApp('/tasks?client=cli_001')
    await user.click(screen.getByRole('button', { name: 'New task' }))
    const dialog = await screen.findByRole('dialog', { name: 'New task' })
    await user.type(within(dialog).getByLabelText('Title'), 'Bank statement')
    await user.click(within(dialog).getByRole('button', { name: 'Create task' }))
    await within(dialog).findByText('This is too long.')
    expect(within(dialog).getByLabelText('Title')).toHaveProperty('value', 'Bank statement')
  })
})

it('a new task goes to the client that was found by typing', async () => {
  const sent: Body<'create_task'>[] = []
  api.use(
    mock('get', '/api/office/clients', ({ query }) => ({
      items: query.get('search') === 'Flo' ? [florist] : [],
      next: null,
    })),
    mock('get', '/api/office/clients/{client}', () => ({ ...client, ...florist })),
    mock('post', '/api/office/tasks', ({ body }) => {
      sent.push(body)
      return created(task({ id: 'tsk_new', title: body.title }))
    }),
  )
  const { user, address } = await openApp('/tasks')
  await user.click(screen.getAllByRole('button', { name: 'New task' })[0] as HTMLElement)
  await user.type(await screen.findByRole('combobox', { name: 'Client' }), 'Flo')
  await user.click(await screen.findByRole('option', { name: /Example Florist/ }))
  expect(screen.getByRole('combobox', { name: 'Client' })).toHaveProperty('value', 'Example Florist OÜ')
  expect(screen.queryByRole('option')).toBeNull()
  await user.type(screen.getByLabelText('Title'), 'Bank statement')
  await user.click(screen.getByRole('button', { name: 'Create task' }))
  await waitFor(() => expect(address()).toBe('/tasks/tsk_new'))
  expect(sent[0]).toMatchObject({
    client_id: 'cli_florist',
    title: 'Bank statement',
    assignee_id: 'mem_owner',
  })
})
