import type { Template } from '@sild/api'
import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { portal, session, templates } from '../../../../test/demo/data'
import { framed } from '../../../../test/framed'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { onPhone } from '../../../../test/window'

const PATH = '/settings/portal/templates'

function sample(id: string): Template {
  return { id, title: 'Look around', description: '', checklist: [], client_may_tick: true, version: 1 }
}

describe('the sample tasks', () => {
  it('are reached from the portal’s settings and listed in their order', async () => {
    const { user } = await openApp('/settings/portal')
    await user.click(await screen.findByRole('link', { name: 'Templates' }))
    const card = await screen.findByRole('region', { name: 'Sample tasks' })
    const lines = await within(card).findAllByRole('listitem')
    expect(lines.map((line) => line.querySelector('p')?.textContent)).toEqual(
      templates.map(({ title }) => title),
    )
    expect(lines[0]?.textContent).toContain('3 steps to tick')
    const parts = within(screen.getByRole('navigation', { name: /^Parts of/ })).getAllByRole('link')
    expect(parts.map((part) => part.getAttribute('aria-current'))).toEqual([null, 'page'])
  })

  it('are made with a checklist, once', async () => {
    const asked: { body: unknown; key: string | null }[] = []
    api.use(
      mock('post', '/api/office/templates', ({ body, headers }) => {
        asked.push({ body, key: headers.get('idempotency-key') })
        return sample('tpl_3')
      }),
    )
    const { user } = await openApp(PATH)
    await user.click(await screen.findByRole('button', { name: 'New sample task' }))
    const dialog = await screen.findByRole('dialog', { name: 'New sample task' })
    await user.click(within(dialog).getByRole('button', { name: 'Add' }))
    await within(dialog).findByText('Fill this in.')
    expect(asked).toEqual([])
    await user.type(within(dialog).getByLabelText('Title'), 'Look around')
    await user.click(within(dialog).getByRole('button', { name: 'Add' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(asked.map(({ body }) => body)).toEqual([
      { title: 'Look around', description: '', client_may_tick: true, checklist: [] },
    ])
    expect(asked[0]?.key).toMatch(/^[\w-]{8,}$/)
  })

  it('are changed with their version, and a newer one is never overwritten', async () => {
    const versions: (string | null)[] = []
    api.use(
      mock('patch', '/api/office/templates/{template}', ({ headers }) => {
        versions.push(headers.get('if-match'))
        return problem(412, 'version_mismatch')
      }),
    )
    const { user } = await openApp(PATH)
    await user.click(await screen.findByRole('button', { name: 'Edit “How we work together”' }))
    const dialog = await screen.findByRole('dialog', { name: 'Change the sample task' })
    expect(within(dialog).getByText('Clients who have it already keep it as it was.')).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await within(dialog).findByText(/Somebody else changed this meanwhile/)
    expect(versions).toEqual(['"3"'])
  })

  it('are deleted after a question, also one that is gone already', async () => {
    const gone: string[] = []
    api.use(
      mock('delete', '/api/office/templates/{template}', ({ params }) => {
        gone.push(String(params.template))
        return problem(404, 'not_found')
      }),
    )
    const { user } = await openApp(PATH)
    await user.click(await screen.findByRole('button', { name: 'Delete “How we work together”' }))
    const question = await screen.findByRole('alertdialog', { name: 'Delete the sample task?' })
    expect(gone).toEqual([])
    await user.click(within(question).getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(gone).toEqual(['tpl_2'])
  })

  it('may all be gone', async () => {
    api.use(mock('get', '/api/office/templates', () => ({ items: [], next: null })))
    await openApp(PATH)
    await screen.findByText('Clients are invited without one. Add one to let them try the portal out.')
  })

  it('are twenty at most', async () => {
    const items = Array.from({ length: 20 }, (_, place) => sample(`tpl_${place}`))
    api.use(mock('get', '/api/office/templates', () => ({ items, next: null })))
    await openApp(PATH)
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'New sample task' })).toHaveProperty('disabled', true),
    )
  })

  it('are out of reach for a plain member', async () => {
    api.use(
      mock('get', '/api/office/session', () => ({
        ...session,
        member: { ...session.member, role: 'member' as const },
      })),
    )
    await openApp(PATH)
    await screen.findByText('Only an admin or the owner of the office can change the client portal.')
    expect(screen.queryByRole('button', { name: 'New sample task' })).toBeNull()
  })
})

// S8, S14
describe('a sample task as the client sees it', () => {
  it('is in the portal’s own frame, and follows what is typed', async () => {
    const { user } = await openApp(PATH)
    await user.click(await screen.findByRole('button', { name: 'Edit “Get to know your client portal”' }))
    const dialog = await screen.findByRole('dialog', { name: 'Change the sample task' })
    const preview = await within(dialog).findByRole('region', { name: 'Preview' })
    const { frame, sent, say } = framed()
    say({ type: 'sild.preview.listening' })
    const task = {
      title: 'Get to know your client portal',
      description: 'This is an example of a task, so that you can try everything out.',
      checklist: ['Write a message', 'Add a file', 'Mark it as done'],
      client_may_tick: true,
    }
    expect(sent).toHaveBeenLastCalledWith(
      {
        type: 'sild.preview.values',
        office: session.office.name,
        name: portal.name,
        description: portal.description,
        colour: portal.colour,
        icon: null,
        logo: null,
        language: 'en',
        theme: 'light',
        screen: 'task',
        task,
      },
      location.origin,
    )
    say({ type: 'sild.preview.shown' })
    await user.type(within(dialog).getByLabelText('Title'), ' now')
    await user.click(within(dialog).getByRole('button', { name: 'Add a step' }))
    await user.type(within(dialog).getByLabelText('Step 4'), 'Say hello')
    await user.click(within(dialog).getByRole('switch', { name: 'Clients may tick the checklist' }))
    await user.click(within(preview).getByRole('radio', { name: 'Eesti' }))
    const wanted = {
      screen: 'task',
      language: 'et',
      task: {
        ...task,
        title: 'Get to know your client portal now',
        checklist: [...task.checklist, 'Say hello'],
        client_may_tick: false,
      },
    }
    await waitFor(() =>
      expect(sent).toHaveBeenLastCalledWith(expect.objectContaining(wanted), location.origin),
    )
    expect(screen.getByTitle('The client portal')).toBe(frame)
    expect(within(preview).queryByRole('radiogroup', { name: 'Page' })).toBeNull()
  })

  it('has a title before one is written', async () => {
    const { user } = await openApp(PATH)
    await user.click(await screen.findByRole('button', { name: 'New sample task' }))
    await screen.findByRole('region', { name: 'Preview' })
    const { sent, say } = framed()
    say({ type: 'sild.preview.listening' })
    const task = { title: 'Title of the task', description: '', checklist: [], client_may_tick: true }
    expect(sent).toHaveBeenLastCalledWith(expect.objectContaining({ task }), location.origin)
  })

  it('takes turns with the form on a phone, which keeps what is typed', async () => {
    onPhone()
    const { user } = await openApp(PATH)
    await user.click(await screen.findByRole('button', { name: 'New sample task' }))
    const dialog = await screen.findByRole('dialog', { name: 'New sample task' })
    await user.type(within(dialog).getByLabelText('Title'), 'Look around')
    expect(screen.queryByTitle('The client portal')).toBeNull()
    await user.click(within(dialog).getByRole('radio', { name: 'As the client sees it' }))
    await within(dialog).findByTitle('The client portal')
    expect(within(dialog).queryByRole('button', { name: 'Add' })).toBeNull()
    await user.click(within(dialog).getByRole('radio', { name: 'Edit' }))
    expect(within(dialog).getByLabelText('Title')).toHaveProperty('value', 'Look around')
    within(dialog).getByRole('button', { name: 'Add' })
  })

  it('is said to be missing where the look of the portal is not known, and the form is there', async () => {
    api.use(mock('get', '/api/office/portal', () => problem(403, 'role_required')))
    const { user } = await openApp(PATH)
    await user.click(await screen.findByRole('button', { name: 'New sample task' }))
    const dialog = await screen.findByRole('dialog', { name: 'New sample task' })
    await within(dialog).findByText('The preview cannot be shown right now.')
    within(dialog).getByRole('button', { name: 'Add' })
  })
})
