import { mock } from '@sild/api/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { task } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
// The dialog is there at once: its code is fetched with this file.
import './NewTaskDialog'

const returned = 'You wrote this earlier and have not saved it.'
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

const drafts = () => Object.keys(sessionStorage).filter((place) => place.startsWith('sild.draft.'))

it('a new task outlives a reload, and is given up with Cancel', async () => {
  const open = async () => {
    const { user } = await openApp('/tasks?client=cli_001')
    await user.click(screen.getByRole('button', { name: 'New task' }))
    return within(await screen.findByRole('dialog'))
  }
  write((await open()).getByLabelText('Title'), 'VAT return')
  expect(drafts()).toHaveLength(1)
  cleanup()
  const dialog = await open()
  expect(dialog.getByText(returned)).toBeTruthy()
  expect(dialog.getByLabelText('Title')).toHaveProperty('value', 'VAT return')
  fireEvent.click(dialog.getByText('Cancel'))
  expect(drafts()).toEqual([])
})

it('a description that was not saved is open again after a reload, and forgotten once it is', async () => {
  api.use(
    mock('patch', '/api/office/tasks/{task}', ({ body }) => task({ description: body.description ?? '' })),
  )
  const description = () => within(screen.getByLabelText('Description', { selector: 'section' }))
  const first = await openApp('/tasks/tsk_statement')
  await first.user.click(description().getByText('Edit'))
  write(description().getByLabelText(/^Description/, { selector: 'textarea' }), 'For March too')
  cleanup()
  await openApp('/tasks/tsk_statement')
  expect(description().getByText(returned)).toBeTruthy()
  expect(description().getByText('For March too')).toBeTruthy()
  fireEvent.click(description().getByText('Save'))
  await waitFor(() => expect(description().queryByText(returned)).toBeNull())
  expect(drafts()).toEqual([])
})
