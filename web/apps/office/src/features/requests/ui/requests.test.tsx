import type { Body } from '@sild/api'
import { created, mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { message, request, task } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'

it('lists requests with their states, and takes client and state from the address', async () => {
  const asked: Record<string, string>[] = []
  api.use(
    mock('get', '/api/office/requests', ({ query }) => {
      asked.push(Object.fromEntries(query))
      return { items: [request({ state: 'closed', has_client_news: true })], next: null }
    }),
  )
  await openApp('/requests?client=cli_001&state=finished')
  const link = await screen.findByRole('link', { name: /A certificate for the bank.*news from the client/ })
  expect(link.getAttribute('href')).toBe('/requests/req_certificate')
  expect(screen.getByText('Closed')).toBeTruthy()
  expect(asked[0]).toMatchObject({ state: 'finished', client_id: 'cli_001' })
})

it('S48: a message to the client asks nobody for a task and goes out', async () => {
  const sent: Body<'post_request_message'>[] = []
  api.use(
    mock('post', '/api/office/requests/{request}/messages', ({ body }) => {
      sent.push(body)
      return created(message({ id: 'msg_9', text: body.text, visibility: 'portal' }))
    }),
  )
  const { user } = await openApp('/requests/req_certificate')
  await user.click(screen.getByRole('radio', { name: 'To client' }))
  await user.type(screen.getByLabelText('Message to the client'), 'On its way')
  await user.click(screen.getByRole('button', { name: 'Send to client' }))
  await waitFor(() => expect(sent[0]).toMatchObject({ visibility: 'portal', text: 'On its way' }))
})

it('a request is closed, and opened again', async () => {
  api.use(
    mock('post', '/api/office/requests/{request}/close', () =>
      request({ state: 'closed', ended: { by: 'Demo Owner', at: request().created_at } }),
    ),
    mock('post', '/api/office/requests/{request}/reopen', () => request()),
  )
  const { user } = await openApp('/requests/req_certificate')
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await user.click(await screen.findByRole('button', { name: 'Reopen' }))
  expect(await screen.findByRole('button', { name: 'Close' })).toBeTruthy()
})

it('S47: changing into a task is prefilled from the request and leads to the task', async () => {
  const sent: Body<'convert_request'>[] = []
  api.use(
    mock('post', '/api/office/requests/{request}/convert', ({ body }) => {
      sent.push(body)
      return created(request({ state: 'converted', task_id: 'tsk_statement' }))
    }),
  )
  const { user, address } = await openApp('/requests/req_certificate')
  await user.click(screen.getByRole('button', { name: 'Change into a task' }))
  const dialog = await screen.findByRole('dialog', { name: 'Change into a task' })
  expect(within(dialog).getByLabelText(/^Title/)).toHaveProperty('value', 'A certificate for the bank')
  await user.click(within(dialog).getByRole('button', { name: 'Change into a task' }))
  await waitFor(() => expect(address()).toBe('/tasks/tsk_statement'))
  expect(sent[0]).toMatchObject({ title: request().subject, description: request().text })
})

it('S47: who is slower than somebody else is led to the task that there is', async () => {
  let now = request()
  api.use(
    mock('get', '/api/office/requests/{request}', () => now),
    mock('post', '/api/office/requests/{request}/convert', () => {
      now = request({ state: 'converted', task_id: 'tsk_statement' })
      return problem(409, 'request_converted')
    }),
  )
  const { user } = await openApp('/requests/req_certificate')
  await user.click(screen.getByRole('button', { name: 'Change into a task' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Change into a task' }))
  const link = await screen.findByRole('link', { name: 'Open the task' })
  expect(link.getAttribute('href')).toBe('/tasks/tsk_statement')
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('S47: a request that became a task is frozen and leads to the task, and the task back', async () => {
  api.use(
    mock('get', '/api/office/requests/{request}', () =>
      request({ state: 'converted', task_id: 'tsk_statement' }),
    ),
    mock('get', '/api/office/tasks/{task}', () => task({ request_id: 'req_certificate' })),
  )
  const { user } = await openApp('/requests/req_certificate')
  expect(screen.queryByRole('form', { name: 'Write a message' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Choose files' })).toBeNull()
  await user.click(screen.getByRole('link', { name: 'Open the task' }))
  const back = await screen.findByRole('link', { name: 'From a request' })
  expect(back.getAttribute('href')).toBe('/requests/req_certificate')
})

it('names the contacts who read a message to the client', async () => {
  const { user } = await openApp('/requests/req_certificate')
  await user.click(screen.getByRole('radio', { name: 'To client' }))
  expect(await screen.findByText('Visible to Mari Maasikas and Jaan Tamm')).toBeTruthy()
})

it('is answered, closed and left by the keys', async () => {
  api.use(
    mock('post', '/api/office/requests/{request}/close', () => request({ state: 'closed' })),
    mock('post', '/api/office/requests/{request}/reopen', () => request()),
  )
  const { user, address } = await openApp('/requests?state=finished')
  await user.click(await screen.findByRole('link', { name: /A certificate for the bank/ }))
  await screen.findByRole('button', { name: 'Close' })
  await user.keyboard('e')
  await screen.findByRole('button', { name: 'Reopen' })
  await user.keyboard('e')
  await screen.findByRole('button', { name: 'Close' })
  await user.keyboard('r')
  const text = await screen.findByLabelText('Message to the client')
  await waitFor(() => expect(document.activeElement).toBe(text))
  await user.keyboard('e')
  expect(text).toHaveProperty('value', 'e')
  text.blur()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(address()).toBe('/requests?state=finished'))
})

it('that became a task takes no key that would change it', async () => {
  api.use(
    mock('get', '/api/office/requests/{request}', () =>
      request({ state: 'converted', task_id: 'tsk_statement' }),
    ),
  )
  const { user } = await openApp('/requests/req_certificate')
  await user.keyboard('er')
  expect(screen.queryByRole('form', { name: 'Write a message' })).toBeNull()
  expect(screen.getByText('Became a task')).toBeTruthy()
})
