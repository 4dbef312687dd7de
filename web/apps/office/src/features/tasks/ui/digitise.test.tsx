import type { Body, OfficeFile } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { minutes } from '../../../../test/demo/time'
import { file, task } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { unsentOf } from '../model/digitising'

const ADDRESS = 'bakery@digitise.example'

const digitisation = (state: 'queued' | 'sent' | 'failed'): OfficeFile['digitisation'] => ({
  state,
  at: minutes(-30),
  by: 'Second Accountant',
  to: state === 'sent' ? ADDRESS : null,
  reason: state === 'failed' ? 'mail_refused' : null,
})
const files = [
  file({ id: 'fil_new', name: 'new.pdf', at: minutes(-80) }),
  file({ id: 'fil_sent', name: 'sent.pdf', at: minutes(-70), digitisation: digitisation('sent') }),
  file({ id: 'fil_failed', name: 'failed.pdf', at: minutes(-60), digitisation: digitisation('failed') }),
  file({ id: 'fil_note', name: 'note.pdf', at: minutes(-50), visibility: 'internal' }),
]

/** The task with its files; gives what is sent to be digitised. */
async function openTask(refusals: Response[] = []) {
  const sent: Body<'digitise_files'>[] = []
  api.use(
    mock('get', '/api/office/tasks/{task}', () => task({ files, messages: [], digitisation_email: ADDRESS })),
    mock('post', '/api/office/tasks/{task}/digitise', ({ body }) => {
      sent.push(body)
      const queued = files.filter(({ id }) => body.file_ids?.includes(id))
      return (
        refusals.shift() ?? {
          files: queued.map((one) => ({ ...one, digitisation: digitisation('queued') })),
        }
      )
    }),
  )
  return { sent, ...(await openApp('/tasks/tsk_statement')) }
}

const open = async (user: Awaited<ReturnType<typeof openApp>>['user']) => {
  await user.click(screen.getByRole('button', { name: 'Send to be digitised' }))
  return screen.findByRole('dialog', { name: 'Send to be digitised' })
}

describe('digitising files of a task (S61)', () => {
  it('says of each file where it stands and why one was not sent', async () => {
    await openTask()
    const list = screen.getByRole('list', { name: 'Files' })
    expect(within(list).getByText(/^Sent to be digitised · Second Accountant/)).toBeTruthy()
    expect(within(list).getByText(/^Not sent to be digitised.*The mail was refused\.$/)).toBeTruthy()
  })

  it('sends at first what the client sees and what was not sent yet', async () => {
    const { sent, user } = await openTask()
    const dialog = await open(user)
    expect(within(dialog).getByText(`The chosen files are mailed to ${ADDRESS}.`)).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Send 2 files' }))
    await screen.findByText(`2 files are on the way to ${ADDRESS}.`)
    expect(sent).toEqual([{ file_ids: ['fil_new', 'fil_failed'], resend: false }])
    expect(screen.getAllByText(/^Waits to be sent to be digitised/)).toHaveLength(2)
  })

  it('asks before a file goes once more', async () => {
    const { sent, user } = await openTask()
    const dialog = await open(user)
    await user.click(within(dialog).getByRole('checkbox', { name: /^sent\.pdf/ }))
    await user.click(within(dialog).getByRole('button', { name: 'Send 3 files' }))
    await within(dialog).findByText('One of them was sent already')
    expect(sent).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Send all 3 files' }))
    await waitFor(() => expect(sent[0]).toMatchObject({ resend: true }))
  })

  it('asks as well when a colleague was faster', async () => {
    const { sent, user } = await openTask([problem(409, 'already_digitised')])
    const dialog = await open(user)
    api.use(
      mock('get', '/api/office/tasks/{task}', () =>
        task({
          files: files.map((one) => ({ ...one, digitisation: digitisation('sent') })),
          messages: [],
          digitisation_email: ADDRESS,
        }),
      ),
    )
    await user.click(within(dialog).getByRole('button', { name: 'Send 2 files' }))
    await within(dialog).findByText('2 of them were sent already')
    await user.click(within(dialog).getByRole('button', { name: 'Send all 2 files' }))
    await waitFor(() => expect(sent.map(({ resend }) => resend)).toEqual([false, true]))
  })

  it('S60: is not offered where the client has no address or the office has it off', async () => {
    api.use(mock('get', '/api/office/tasks/{task}', () => task({ files, digitisation_email: null })))
    await openApp('/tasks/tsk_statement')
    expect(screen.queryByRole('button', { name: 'Send to be digitised' })).toBeNull()
  })

  it('says why it is refused, and keeps the choice', async () => {
    const { user } = await openTask([problem(409, 'digitisation_off')])
    const dialog = await open(user)
    await user.click(within(dialog).getByRole('checkbox', { name: /^new\.pdf/ }))
    await user.click(within(dialog).getByRole('button', { name: 'Send 1 file' }))
    await within(dialog).findByText(/Digitisation is switched off/)
    expect(within(dialog).getByRole('checkbox', { name: /^new\.pdf/ })).toHaveProperty('checked', false)
  })
})

it('no more than an order takes is chosen at first', () => {
  const many = Array.from({ length: 60 }, (_, index) => file({ id: `fil_${index}`, name: `${index}.pdf` }))
  expect(unsentOf(many)).toHaveLength(50)
})
