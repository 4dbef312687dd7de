import type { OfficeFile } from '@sild/api'
import { created, mock, problem } from '@sild/api/testing'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { message, task } from '../../../test/demo/work'
import { openApp } from '../../../test/renderApp'
import { api } from '../../../test/server'
import { forgetAll } from '../forget'

const store = 'https://store.example/upload'

/** What the server was asked for, and what it refuses. */
let declared: string[]
let posted: (string[] | undefined)[]
let refused: Set<string>

beforeEach(() => {
  declared = []
  posted = []
  refused = new Set()
  api.use(
    mock('post', '/api/office/tasks/{task}/files', ({ body: { name, visibility } }) => {
      declared.push(name)
      if (refused.has(name)) return problem(409, 'busy')
      return created({
        file_id: `${visibility}:${name}`,
        method: 'PUT',
        url: store,
        headers: {},
        expires_at: '2026-03-10T09:00:00Z',
      })
    }),
    http.put(store, () => new HttpResponse(null)),
    mock('post', '/api/office/tasks/{task}/files/{file}/complete', ({ params }) => {
      const [visibility, name] = decodeURIComponent(params.file ?? '').split(':')
      const [any] = task().files
      if (!any || !name) throw new Error('the demo has a file')
      return { ...any, id: params.file ?? '', name, visibility: visibility as OfficeFile['visibility'] }
    }),
    mock('post', '/api/office/tasks/{task}/messages', ({ body }) => {
      posted.push(body.file_ids)
      return created(message({ id: 'msg_9', text: body.text }))
    }),
  )
})

afterEach(() => void vi.restoreAllMocks())

const composer = () => screen.getByLabelText('Write a message')
const text = () => screen.getByLabelText<HTMLTextAreaElement>('Internal note')
const file = (name: string) => new File(['x'], name, { type: 'application/pdf' })

function choose(place: HTMLElement, ...files: File[]) {
  const input = place.querySelector('input[type="file"]')
  if (!input) throw new Error('there is a place for files')
  fireEvent.change(input, { target: { files } })
}

const rows = () => screen.getByLabelText('Files of the message')
const write = (value: string) => fireEvent.change(text(), { target: { value } })

describe('a message with files', () => {
  it('keeps its text and its rows until all of it is there', async () => {
    refused.add('b.pdf')
    await openApp('/tasks/tsk_statement')
    write('See both')
    choose(composer(), file('a.pdf'), file('b.pdf'))
    fireEvent.submit(composer())
    await screen.findByText(/^The message has not been sent yet/)
    expect(within(rows()).getByText('Sent')).toBeTruthy()
    expect(within(rows()).getByText('Somebody else is changing this right now. Try again.')).toBeTruthy()
    expect(text().value).toBe('See both')
    refused.clear()
    fireEvent.click(within(rows()).getByText('Try again'))
    await waitFor(() => expect(posted).toEqual([['internal:a.pdf', 'internal:b.pdf']]))
    expect(declared).toEqual(['a.pdf', 'b.pdf', 'b.pdf'])
    await waitFor(() => expect(text().value).toBe(''))
    expect(screen.queryByLabelText('Files of the message')).toBeNull()
  })

  it('goes on when its screen is left', async () => {
    let complete = (_: Response) => undefined as unknown
    api.use(http.put(store, () => new Promise<Response>((resolve) => (complete = resolve))))
    const { router } = await openApp('/tasks/tsk_statement')
    write('On its way')
    choose(composer(), file('a.pdf'))
    fireEvent.submit(composer())
    await waitFor(() => expect(declared).toHaveLength(1))
    expect(text().readOnly).toBe(true)
    const leaving = new Event('beforeunload', { cancelable: true })
    dispatchEvent(leaving)
    expect(leaving.defaultPrevented).toBe(true)
    await router.navigate({ to: '/series' })
    await screen.findByRole('heading', { level: 1, name: 'Series' })
    complete(new HttpResponse(null))
    await waitFor(() => expect(posted).toHaveLength(1))
    await router.navigate({ to: '/tasks/$task', params: { task: 'tsk_statement' } })
    await screen.findByRole('heading', { level: 1, name: task().title })
    expect(text().value).toBe('')
  })

  it('has its photos made smaller, which is said before it is sent', async () => {
    vi.stubGlobal('createImageBitmap', async () => ({ width: 10, height: 10, close: () => undefined }))
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
      fillRect: () => undefined,
      drawImage: () => undefined,
    } as unknown as null)
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((give) => give(new Blob(['small'])))
    await openApp('/tasks/tsk_statement')
    const photo = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'shelf.png', { type: 'image/png' })
    choose(composer(), photo)
    expect(await within(rows()).findByText(/made smaller to fit$/)).toBeTruthy()
    expect(within(rows()).getByText('shelf.jpg')).toBeTruthy()
    vi.unstubAllGlobals()
  })
})

describe('a file of a task', () => {
  it('that was refused is tried again, and is told of where somebody has gone on', async () => {
    refused.add('a.pdf')
    const { user, router } = await openApp('/tasks/tsk_statement')
    const card = screen.getByLabelText('Files', { selector: 'section' })
    choose(card, file('a.pdf'))
    await within(card).findByText('Somebody else is changing this right now. Try again.')
    refused.clear()
    await user.click(within(card).getByRole('button', { name: 'Try again' }))
    await within(card).findByText('a.pdf has been sent')
    let refuse = () => undefined as unknown
    const answer = new Promise<Response>((resolve) => (refuse = () => resolve(problem(409, 'busy'))))
    api.use(mock('post', '/api/office/tasks/{task}/files', () => answer))
    choose(card, file('b.pdf'))
    await router.navigate({ to: '/series' })
    await screen.findByRole('heading', { level: 1, name: 'Series' })
    refuse()
    await screen.findByText(/^“b.pdf” could not be sent/)
  })

  it('is forgotten by whoever signs out', async () => {
    refused.add('a.pdf')
    await openApp('/tasks/tsk_statement')
    choose(screen.getByLabelText('Files', { selector: 'section' }), file('a.pdf'))
    choose(composer(), file('b.pdf'))
    await screen.findByText('b.pdf')
    forgetAll()
    await waitFor(() => expect(screen.queryByText('b.pdf')).toBeNull())
    expect(screen.queryByText('a.pdf')).toBeNull()
  })
})
