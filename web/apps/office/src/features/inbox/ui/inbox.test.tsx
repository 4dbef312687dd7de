import type { TaskSummary } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { minutes } from '../../../../test/demo/time'
import { notifications, request, task, tasks } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { inboxOf, unknownTasks } from '../model/inbox'

const [statement, vat] = tasks
if (!statement || !vat) throw new Error('the demo has tasks')
const own: TaskSummary[] = [statement, vat]
const certificate = request({ has_client_news: true })

/** What was asked of the server about tasks and requests. */
let asked: string[] = []

beforeEach(() => {
  asked = []
  const note = (what: string) => {
    asked.push(what)
    return null
  }
  api.use(
    mock('get', '/api/office/tasks', () => ({ items: own, next: null })),
    mock('get', '/api/office/tasks/{task}', ({ params }) =>
      task({ id: params.task ?? '', title: 'Annual report: sign the draft', has_client_news: false }),
    ),
    mock('get', '/api/office/requests', () => ({ items: [certificate], next: null })),
    mock('post', '/api/office/tasks/{task}/seen', ({ params }) => note(`seen ${params.task}`)),
    mock('post', '/api/office/requests/{request}/seen', ({ params }) => note(`seen ${params.request}`)),
    mock('post', '/api/office/tasks/{task}/complete', ({ params }) => {
      note(`complete ${params.task}`)
      return task({ state: 'completed' })
    }),
    mock('post', '/api/office/tasks/{task}/reopen', ({ params }) => {
      note(`reopen ${params.task}`)
      return task()
    }),
    mock('post', '/api/office/requests/{request}/close', ({ params }) => {
      note(`close ${params.request}`)
      return request({ state: 'closed' })
    }),
  )
})

const rows = () => within(screen.getByRole('list', { name: 'Inbox' })).getAllByRole('listitem')
const titles = () => rows().map((row) => row.querySelector('a')?.firstChild?.textContent)

describe('the inbox', () => {
  it('lists what waits, the newest first, with who did what', async () => {
    await openApp('/')
    await screen.findByRole('list', { name: 'Inbox' })
    expect(titles()).toEqual([
      'Bank statement for February',
      'A certificate for the bank',
      'VAT return: missing purchase invoices',
    ])
    const [first, second, third] = rows().map((row) => row.textContent)
    expect(first).toContain('Mari Maasikas wrote a message')
    expect(second).toContain('Mari Maasikas sent a request')
    expect(third).toContain('Jaan Tamm marked the task as done')
  })

  it('is gone through with j, k, e and taken back with Undo', async () => {
    const { user } = await openApp('/inbox')
    await screen.findByRole('list', { name: 'Inbox' })
    await user.keyboard('jjjk')
    expect(document.activeElement?.textContent).toContain('A certificate for the bank')
    await user.keyboard('j')
    await user.keyboard('e')
    await screen.findByText('“VAT return: missing purchase invoices” is completed.')
    expect(titles()).not.toContain('VAT return: missing purchase invoices')
    await waitFor(() => expect(asked).toContain('complete tsk_vat'))
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(asked).toContain('reopen tsk_vat'))
    expect(titles()).toContain('VAT return: missing purchase invoices')
  })

  it('e marks news as seen and closes a request', async () => {
    const { user } = await openApp('/inbox')
    await screen.findByRole('list', { name: 'Inbox' })
    await user.keyboard('je')
    await screen.findByText('“Bank statement for February” is marked as seen.')
    await user.keyboard('e')
    await screen.findByText('Request closed.')
    await waitFor(() =>
      expect(asked).toEqual(['seen tsk_statement', 'close req_certificate', 'seen req_certificate']),
    )
  })

  it('brings back what the server refused', async () => {
    api.use(mock('post', '/api/office/tasks/{task}/complete', () => problem(409, 'busy')))
    const { user } = await openApp('/inbox')
    await user.click(await screen.findByRole('button', { name: /^Complete: VAT return/ }))
    await screen.findByText('Somebody else is changing this right now. Try again.')
    expect(titles()).toContain('VAT return: missing purchase invoices')
  })

  it('r leads to the composer, to the client and linked to what they wrote last (S36)', async () => {
    api.use(mock('get', '/api/office/tasks/{task}', ({ params }) => task({ id: params.task ?? '' })))
    const { user, address } = await openApp('/inbox')
    await screen.findByRole('list', { name: 'Inbox' })
    await user.keyboard('jr')
    await waitFor(() => expect(address()).toBe('/tasks/tsk_statement'))
    const text = await screen.findByLabelText('Message to the client')
    expect(screen.getByText(/^Reply to Mari Maasikas/)).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(text))
  })

  it('that is empty says what belongs there', async () => {
    api.use(
      mock('get', '/api/office/tasks', () => ({ items: [], next: null })),
      mock('get', '/api/office/requests', () => ({ items: [], next: null })),
    )
    await openApp('/inbox')
    await screen.findByText('Nothing waits for you')
  })

  it('that failed can be tried again', async () => {
    api.use(mock('get', '/api/office/requests', () => problem(500, 'internal_error')))
    const { user } = await openApp('/inbox')
    const retry = await screen.findByRole('button', { name: 'Try again' })
    api.use(mock('get', '/api/office/requests', () => ({ items: [certificate], next: null })))
    await user.click(retry)
    await screen.findByText('A certificate for the bank')
  })
})

it('a colleague’s task is found through what the member was told of, as long as nobody has looked', () => {
  expect(unknownTasks(notifications, own)).toEqual(['tsk_report'])
  const waits = task({ id: 'tsk_report', title: 'Annual report', has_client_news: true })
  const sources = { requests: [], notifications }
  expect(inboxOf({ ...sources, tasks: [waits] })).toMatchObject([
    { kind: 'news', id: 'tsk_report', at: minutes(-2 * 24 * 60), last: { actor: 'Jaan Tamm' } },
  ])
  expect(inboxOf({ ...sources, tasks: [{ ...waits, has_client_news: false }] })).toEqual([])
  expect(inboxOf({ ...sources, tasks: [{ ...waits, client_state: 'done' }] })).toMatchObject([
    { kind: 'done' },
  ])
})

it('a request that was answered waits only when the client wrote again', () => {
  const answered = request({ state: 'answered' })
  const sources = { tasks: [], notifications: [] }
  expect(inboxOf({ ...sources, requests: [answered] })).toEqual([])
  expect(inboxOf({ ...sources, requests: [{ ...answered, has_client_news: true }] })).toMatchObject([
    { kind: 'news', on: 'request', isNew: true },
  ])
})

it('what the office’s own digitisation came to says nothing of what the client did', () => {
  const [written] = notifications
  if (!written) throw new Error('the demo has notifications')
  const failed = { ...written, id: 'ntf_5', kind: 'digitisation_failed' as const, actor: 'Liis Lepp' }
  const sources = { requests: [], tasks: [statement] }
  expect(inboxOf({ ...sources, notifications: [failed, written] })).toEqual(
    inboxOf({ ...sources, notifications: [written] }),
  )
})
