import type { PortalRequest } from '@sild/api'
import { created, mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, expect, test } from 'vitest'
import {
  bakery,
  demoFile,
  demoFinishedRequests,
  demoMessage,
  demoRequest,
  demoRequests,
  demoSession,
  demoTask,
} from '../../demo/demo.ts'
import { renderApp } from '../render-app.tsx'
import { server } from '../server.ts'

const list = '/api/portal/{office}/clients/{client}/requests'
const one = `${list}/{request}` as const
const path = `/c/${bakery.id}/requests`
const id = demoRequest().id

/** What the server knows; the handlers below change it as the server would. */
let known: PortalRequest

beforeEach(() => {
  known = demoRequest()
  server.use(
    mock('get', list, ({ query }) => ({
      items: query.get('state') === 'finished' ? demoFinishedRequests : demoRequests,
      next: null,
    })),
    mock('get', one, () => known),
    mock('get', '/api/portal/{office}/session', () => demoSession()),
  )
})

const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

test('S48: the list says how each request stands, and what is unread', async () => {
  const { user } = renderApp(path)
  const unread = await screen.findByRole('link', { name: /^New: *May we write off the old oven/ })
  expect(within(unread).getByText('Answered')).toBeTruthy()
  const sent = screen.getByRole('link', { name: /^A certificate for the bank/ })
  expect(sent.getAttribute('href')).toBe(`${path}/${id}`)
  expect(within(sent).getByText('Sent')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Finished' }))
  expect((await screen.findByRole('link', { name: /A new employee/ })).textContent).toContain('Taken up')
  expect(screen.getByRole('link', { name: /Which day/ }).textContent).toContain('Closed')
})

test('the navigation leads from the tasks to the requests and says where one is', async () => {
  const { user } = renderApp(`/c/${bakery.id}/tasks`)
  const places = await screen.findByRole('navigation', { name: 'Main' })
  expect(within(places).getByRole('link', { name: 'Tasks' }).getAttribute('aria-current')).toBe('page')
  await user.click(within(places).getByRole('link', { name: 'Requests' }))
  await heading('Requests')
  expect(within(places).getByRole('link', { name: 'Requests' }).getAttribute('aria-current')).toBe('page')
})

test('a list that is empty or cannot be loaded says so, with what to do', async () => {
  server.use(
    mock('get', list, () => problem(403, 'role_required'), { once: true }),
    mock('get', list, () => ({ items: [], next: null })),
  )
  const { user } = renderApp(path)
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Ask Demo Office OÜ')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'New request' }).getAttribute('href')).toBe(`${path}/new`)
})

test('S45 S46: a request is sent with its files, and success says who will see it', async () => {
  const sent: { body: object; key: string | null }[] = []
  const declared: string[] = []
  server.use(
    mock('post', list, ({ body, headers }) => {
      sent.push({ body, key: headers.get('idempotency-key') })
      return created(known)
    }),
    mock('post', `${one}/files`, ({ body }) => {
      declared.push(body.name)
      return problem(403, 'role_required')
    }),
  )
  const { user } = renderApp(`${path}/new`)
  await heading('New request')
  await user.click(screen.getByRole('button', { name: 'Send request' }))
  expect(screen.getByText('Write what you need.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('What is it about?'))
  await user.type(screen.getByLabelText('What is it about?'), 'A certificate for the bank')
  await user.type(screen.getByLabelText('Your request'), 'By Friday, please.')
  await user.upload(screen.getByTestId('choose-files'), new File(['x'], 'letter.pdf'))
  await user.click(screen.getByRole('button', { name: 'Send request' }))
  await heading('A certificate for the bank')
  expect(screen.getByText('Sent. Kati Kask will see it.')).toBeTruthy()
  expect(sent).toEqual([
    { body: { subject: 'A certificate for the bank', text: 'By Friday, please.' }, key: expect.any(String) },
  ])
  await waitFor(() => expect(declared).toEqual(['letter.pdf']))
  expect(await screen.findByText(/“letter.pdf” could not be sent/)).toBeTruthy()
})

test('S34: what is chosen for a request is looked at at once, can be taken off, and goes with the rest', async () => {
  const declared: string[] = []
  server.use(
    mock('post', list, () => created(known)),
    mock('post', `${one}/files`, ({ body }) => {
      declared.push(body.name)
      return problem(403, 'role_required')
    }),
  )
  const { user } = renderApp(`${path}/new`)
  await heading('New request')
  const large = new File(['x'], 'scan.pdf')
  Object.defineProperty(large, 'size', { value: 10 * 1024 * 1024 + 1 })
  const empty = new File([], 'empty.pdf')
  await user.upload(screen.getByTestId('choose-files'), [large, empty, new File(['x'], 'wrong.pdf')])
  expect(screen.getByText(/^“scan.pdf” is larger than 10 MB/)).toBeTruthy()
  expect(screen.getByText('“empty.pdf” is empty. Choose another file.')).toBeTruthy()
  await user.upload(screen.getByTestId('take-photo'), new File(['x'], 'letter.jpg', { type: 'image/jpeg' }))
  await user.click(screen.getByRole('button', { name: 'Remove wrong.pdf' }))
  expect(screen.queryByText('wrong.pdf')).toBeNull()
  expect(declared).toEqual([])
  await user.type(screen.getByLabelText('What is it about?'), 'A letter')
  await user.type(screen.getByLabelText('Your request'), 'What is this?')
  await user.click(screen.getByRole('button', { name: 'Send request' }))
  await heading('A certificate for the bank')
  await waitFor(() => expect(declared).toEqual(['letter.jpg']))
})

test('a request that is not sent keeps its text, over a reload too, and its key over tries', async () => {
  const keys: (string | null)[] = []
  server.use(
    mock('post', list, ({ headers }) => {
      keys.push(headers.get('idempotency-key'))
      return problem(500, 'internal_error')
    }),
  )
  const first = renderApp(`${path}/new`)
  await first.user.type(await screen.findByLabelText('What is it about?'), 'Oven')
  await first.user.type(screen.getByLabelText('Your request'), 'May we?')
  await first.user.click(screen.getByRole('button', { name: 'Send request' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The request was not sent')
  await first.user.click(screen.getByRole('button', { name: 'Send request' }))
  await waitFor(() => expect(keys).toHaveLength(2))
  expect(keys[0]).toBe(keys[1])
  first.unmount()
  renderApp(`${path}/new`)
  expect(await screen.findByLabelText('Your request')).toHaveProperty('value', 'May we?')
})

test('S48: a message goes into the thread and makes a closed request new again', async () => {
  known = demoRequest({ state: 'closed', messages: [demoMessage()] })
  server.use(
    mock('post', `${one}/messages`, ({ body }) => {
      const message = demoMessage({
        id: 'msg_2',
        text: body.text,
        author: { kind: 'contact', name: 'Mari', is_me: true },
      })
      known = { ...known, state: 'new', messages: [...known.messages, message] }
      return created(message)
    }),
  )
  const { user } = renderApp(`${path}/${id}`)
  expect(await screen.findByText(/Demo Office OÜ has closed this request/)).toBeTruthy()
  await user.type(screen.getByLabelText('Your message'), 'One thing more')
  await user.click(screen.getByRole('button', { name: 'Send message' }))
  expect(await screen.findByText('One thing more')).toBeTruthy()
  await waitFor(() => expect(screen.queryByText(/has closed this request/)).toBeNull())
})

test('S47: a request that became a task is frozen, and leads to the task that the client has', async () => {
  known = demoRequest({
    state: 'converted',
    task_id: demoTask().id,
    messages: [demoMessage()],
    files: [demoFile()],
  })
  renderApp(`${path}/${id}`)
  const link = await screen.findByRole('link', { name: 'Open the task' })
  expect(link.getAttribute('href')).toBe(`/c/${bakery.id}/tasks/${demoTask().id}`)
  expect(screen.queryByLabelText('Your message')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Choose files' })).toBeNull()
  expect(screen.getByRole('button', { name: /Purchase invoices/ })).toHaveProperty('disabled', false)
})

test('S47: while the client does not have the task there is no link to it', async () => {
  known = demoRequest({ state: 'converted' })
  renderApp(`${path}/${id}`)
  expect(await screen.findByText(/it shows among your tasks/)).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Open the task' })).toBeNull()
})

test('opening an unread request says how far it was seen', async () => {
  known = demoRequest({ is_unread: true, activity: 4 })
  const seen: number[] = []
  server.use(
    mock('post', `${one}/read`, ({ body }) => {
      seen.push(body.activity)
      known = { ...known, is_unread: false }
      return null
    }),
  )
  renderApp(`${path}/${id}`)
  await heading('A certificate for the bank')
  await waitFor(() => expect(seen).toEqual([4]))
})

test('a request that is not there looks like every other missing page', async () => {
  server.use(mock('get', one, () => problem(404, 'not_found')))
  renderApp(`${path}/${id}`)
  expect(await heading('This page is not here')).toBeTruthy()
})
