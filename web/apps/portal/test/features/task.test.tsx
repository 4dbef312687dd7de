import type { PortalTask } from '@sild/api'
import { created, mock, problem } from '@sild/api/testing'
import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { bakery, demoMessage, demoSession, demoTask } from '../../demo/demo.ts'
import { renderApp } from '../render-app.tsx'
import { server } from '../server.ts'

const id = demoTask().id
const path = `/c/${bakery.id}/tasks/${id}`
const task = '/api/portal/{office}/clients/{client}/tasks/{task}'
const done = { by: 'Mari Maasikas', at: '2026-03-02T08:05:00Z' }

/** What the server knows; the handlers below change it as the server would. */
let known: PortalTask

beforeEach(() => {
  known = demoTask()
  server.use(
    mock('get', task, () => known),
    mock('get', '/api/portal/{office}/clients/{client}/tasks', () => ({ items: [known], next: null })),
    mock('get', '/api/portal/{office}/session', () => demoSession()),
  )
})

const title = () => screen.findByRole('heading', { level: 1, name: 'Documents for the VAT return' })

test('S37: a task shows its date, description, checklist, files and messages', async () => {
  renderApp(path)
  await title()
  expect(screen.getByText('Due Thursday 5 March')).toBeTruthy()
  expect(screen.getByText(/Please collect everything for February/)).toBeTruthy()
  expect(screen.getByText('2 of 5')).toBeTruthy()
  expect(screen.getByRole('button', { name: /Purchase invoices February.pdf.*2.4 MB · You/ })).toBeTruthy()
  expect(screen.getByText('Thank you!')).toBeTruthy()
  await waitFor(() => expect(document.title).toBe('Documents for the VAT return · Demo Office'))
})

test('a task that is not there and one that is foreign look the same', async () => {
  server.use(mock('get', task, () => problem(404, 'not_found')))
  renderApp(path)
  expect(await screen.findByRole('heading', { level: 1, name: 'This page is not here' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Show my tasks' }).getAttribute('href')).toBe(
    `/c/${bakery.id}/tasks`,
  )
})

test('a task that cannot be loaded can be tried again', async () => {
  server.use(mock('get', task, () => problem(403, 'role_required'), { once: true }))
  const { user } = renderApp(path)
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  await title()
})

test('S31: opening an unread task says how far it was seen', async () => {
  known = demoTask({ is_unread: true, activity: 9 })
  const seen: number[] = []
  server.use(
    mock('post', `${task}/read`, ({ body }) => {
      seen.push(body.activity)
      known = { ...known, is_unread: false }
      return null
    }),
  )
  renderApp(path)
  await title()
  await waitFor(() => expect(seen).toEqual([9]))
})

test('S37: ticking is saved, and taken back when it is not', async () => {
  const ticked: [string | undefined, boolean][] = []
  server.use(
    mock('put', `${task}/checklist/{item}`, ({ params, body }) => {
      ticked.push([params.item, body.is_done])
      if (params.item === 'chk_4') return problem(409, 'tick_not_allowed')
      return {
        ...known,
        checklist_done: 3,
        checklist: known.checklist.map((item) => ({ ...item, is_done: true })),
      }
    }),
  )
  const { user } = renderApp(path)
  await title()
  const fuel = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Fuel receipts' })
  await user.click(fuel)
  expect((await screen.findByText('The tick was not saved. Try again.')).getAttribute('role')).toBe('alert')
  expect(fuel.checked).toBe(false)
  await user.click(screen.getByRole('checkbox', { name: 'Bank statement with all accounts' }))
  expect(await screen.findByText('3 of 5')).toBeTruthy()
  expect(ticked).toEqual([
    ['chk_4', true],
    ['chk_3', true],
  ])
})

test('S37: where ticking is not allowed the checklist is only read', async () => {
  known = demoTask({ client_may_tick: false })
  renderApp(path)
  await title()
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(screen.getByText('Sales invoices').textContent).toContain('done')
  // A tick or a dash: an empty box would ask to be tapped.
  const entries = within(screen.getByText('Sales invoices').closest('ul') as HTMLElement)
  const drawings = entries.getAllByRole('listitem').map((entry) => entry.querySelectorAll('svg').length)
  expect(drawings).toEqual(known.checklist.map(() => 1))
  expect(
    new Set(entries.getAllByRole('listitem').map((entry) => entry.querySelector('path')?.outerHTML)).size,
  ).toBe(2)
})

test('S42: done can be undone at once', async () => {
  const calls: string[] = []
  server.use(
    mock('post', `${task}/done`, () => {
      calls.push('done')
      return { state: 'done' as const, done, completed_at: null }
    }),
    mock('post', `${task}/reopen`, () => {
      calls.push('reopen')
      return { state: 'open' as const, done: null, completed_at: null }
    }),
    mock('get', '/api/portal/{office}/session', () => problem(500, 'internal_error')),
  )
  const { user } = renderApp(path)
  await title()
  await user.click(screen.getByRole('button', { name: 'Mark as done' }))
  expect(await screen.findByText('Done by Mari Maasikas, 10:05')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Mark as done' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('button', { name: 'Mark as done' })).toBeTruthy()
  expect(calls).toEqual(['done', 'reopen'])
})

test('S42: done can be reopened later, until the accountant completes', async () => {
  known = demoTask({ state: 'done', done })
  server.use(
    mock('post', `${task}/reopen`, () => ({ state: 'open' as const, done: null, completed_at: null })),
    mock('get', '/api/portal/{office}/session', () => problem(500, 'internal_error')),
  )
  const { user } = renderApp(path)
  await title()
  await user.click(screen.getByRole('button', { name: 'Reopen' }))
  expect(await screen.findByRole('button', { name: 'Mark as done' })).toBeTruthy()
})

test('S44: a task that the accountant completed offers neither', async () => {
  known = demoTask({ state: 'completed', completed_at: '2026-03-01T14:20:00Z' })
  renderApp(path)
  await title()
  expect(screen.getByText('Demo Office OÜ has completed this task, 1 Mar, 16:20')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Mark as done' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Reopen' })).toBeNull()
})

test('S43: with automatic completion there is nothing to undo', async () => {
  server.use(
    mock('post', `${task}/done`, () => ({ state: 'completed' as const, done, completed_at: done.at })),
    mock('get', '/api/portal/{office}/session', () => problem(500, 'internal_error')),
  )
  const { user } = renderApp(path)
  await title()
  await user.click(screen.getByRole('button', { name: 'Mark as done' }))
  expect(await screen.findByText('Marked as done')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

test('a failed done is said and the button stays', async () => {
  server.use(mock('post', `${task}/done`, () => problem(500, 'internal_error')))
  const { user } = renderApp(path)
  await title()
  await user.click(screen.getByRole('button', { name: 'Mark as done' }))
  expect(await screen.findByText(/That was not saved/)).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Mark as done' }).disabled).toBe(false)
})

test('a task withdrawn while it is open says so and offers nothing more', async () => {
  let isWithdrawn = false
  server.use(
    mock('get', task, () => (isWithdrawn ? problem(404, 'not_found') : known)),
    mock('get', '/api/portal/{office}/clients/{client}/tasks', () => ({
      items: isWithdrawn ? [] : [known],
      next: null,
    })),
    mock('get', '/api/portal/{office}/session', () => demoSession()),
    mock('post', `${task}/done`, () => {
      isWithdrawn = true
      return problem(404, 'not_found')
    }),
  )
  const { user } = renderApp(path)
  await title()
  await user.type(screen.getByLabelText('Your message'), 'It is on its w')
  await user.click(screen.getByRole('button', { name: 'Mark as done' }))
  expect(await screen.findByText(/has taken this task back/)).toBeTruthy()
  expect(screen.getByText('It is on its w')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Mark as done' })).toBeNull()
  expect(screen.queryByLabelText('Your message')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Choose files' })).toBeNull()
  await user.click(screen.getByRole('link', { name: 'Show my tasks' }))
  expect(await screen.findByText('Nothing waits for you')).toBeTruthy()
})

test('S35: a message is sent once, whatever is tried again, and stays when it fails', async () => {
  const keys: (string | null)[] = []
  server.use(
    mock('post', `${task}/messages`, ({ headers, body }) => {
      keys.push(headers.get('idempotency-key'))
      if (keys.length === 1) return problem(500, 'internal_error')
      return created(
        demoMessage({
          id: 'msg_new',
          text: body.text,
          author: { kind: 'contact', name: 'Mari', is_me: true },
        }),
      )
    }),
  )
  const { user } = renderApp(path)
  await title()
  const field = screen.getByLabelText<HTMLTextAreaElement>('Your message')
  await user.type(field, 'It is here.')
  await user.click(screen.getByRole('button', { name: 'Send message' }))
  expect(await screen.findByText(/The message was not sent/)).toBeTruthy()
  expect(field.value).toBe('It is here.')
  await user.click(screen.getByRole('button', { name: 'Send message' }))
  expect(await screen.findByText('It is here.', { selector: 'p' })).toBeTruthy()
  expect(field.value).toBe('')
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
  expect(keys[1]).toBe(keys[0])
  expect(Object.keys(localStorage).filter((place) => place.startsWith('sild.draft.'))).toEqual([])
})

test('a draft waits in the browser, for whoever typed it alone', async () => {
  const { user, unmount } = renderApp(path)
  await title()
  await user.type(screen.getByLabelText('Your message'), 'Half a sen')
  unmount()
  renderApp(path)
  await title()
  expect(screen.getByLabelText<HTMLTextAreaElement>('Your message').value).toBe('Half a sen')
  cleanup()
  const { contact } = demoSession()
  renderApp(path, { session: demoSession({ contact: { ...contact, id: 'con_another' } }) })
  await title()
  expect(screen.getByLabelText<HTMLTextAreaElement>('Your message').value).toBe('')
})

test('S36: a reply names what it answers', async () => {
  let answers: string | null | undefined
  server.use(
    mock('post', `${task}/messages`, ({ body }) => {
      answers = body.reply_to
      return created(demoMessage({ id: 'msg_new', text: body.text }))
    }),
  )
  const { user } = renderApp(path)
  await title()
  const [first] = screen.getAllByRole('button', { name: /^Reply/ })
  if (!first) throw new Error('there is a message to reply to')
  await user.click(first)
  expect(screen.getByText(/^Reply to Kati Kask: Good morning!/)).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Your message'))
  await user.keyboard('Yes')
  await user.click(screen.getByRole('button', { name: 'Send message' }))
  await waitFor(() => expect(answers).toBe(demoMessage().id))
  await waitFor(() => expect(screen.queryByText(/^Reply to Kati Kask/)).toBeNull())
})

test('S34: a file of exactly 10 MiB is sent and one byte more is refused before anything starts', async () => {
  const declared: number[] = []
  server.use(
    mock('post', `${task}/files`, ({ body }) => {
      declared.push(body.size_bytes)
      return problem(403, 'role_required')
    }),
  )
  const { user } = renderApp(path)
  await title()
  const sized = (name: string, size: number) => {
    const file = new File(['x'], name, { type: 'application/pdf' })
    Object.defineProperty(file, 'size', { value: size })
    return file
  }
  await user.upload(screen.getByTestId('choose-files'), [
    sized('exact.pdf', 10 * 1024 * 1024),
    sized('over.pdf', 10 * 1024 * 1024 + 1),
    sized('empty.pdf', 0),
    sized(`${'a'.repeat(252)}.pdf`, 1),
  ])
  expect(
    await screen.findByText(
      '“over.pdf” is larger than 10 MB. Make it smaller or split it, then choose it again.',
    ),
  ).toBeTruthy()
  expect(screen.getByText('“empty.pdf” is empty. Choose another file.')).toBeTruthy()
  expect(screen.getByText(/^“a+\.pdf” has a name that cannot be sent\./)).toBeTruthy()
  expect(await screen.findByText(/“exact.pdf” could not be sent/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Try again exact.pdf' })).toBeTruthy()
  expect(declared).toEqual([10 * 1024 * 1024])
  for (const button of screen.getAllByRole('button', { name: /^Dismiss the message about/ }))
    await user.click(button)
  await waitFor(() => expect(screen.queryByText(/could not be sent/)).toBeNull())
})

test('a download opens its short-lived address, and a failed one names the file', async () => {
  const opened: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    opened.push(this.href)
  })
  server.use(
    mock('get', `${task}/files/{file}/download`, ({ params }) =>
      params.file === demoTask().files[0]?.id
        ? { url: 'https://files.example/one', expires_at: '2026-03-02T08:01:00Z' }
        : problem(404, 'not_found'),
    ),
  )
  const { user } = renderApp(path)
  await title()
  const list = screen.getAllByRole('button', { name: /Download$/ })
  expect(list).toHaveLength(2)
  const [one, other] = list
  if (!one || !other) throw new Error('two files')
  await user.click(one)
  await waitFor(() => expect(opened).toEqual(['https://files.example/one']))
  await user.click(other)
  expect(
    await screen.findByText('“VAT return checklist.docx” could not be downloaded. Try again.'),
  ).toBeTruthy()
})

test('a task without messages and files invites to both', async () => {
  known = demoTask({ messages: [], files: [], checklist: [], description: '' })
  renderApp(path)
  await title()
  expect(screen.getByText('Questions about this task? Write here.')).toBeTruthy()
  expect(within(screen.getByRole('main')).getByText('Up to 10 MB each')).toBeTruthy()
  expect(screen.queryByText('Checklist')).toBeNull()
})
