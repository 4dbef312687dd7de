import type { Member } from '@sild/api'
import { created, mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { members, session } from '../../../../test/demo/data'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'

const PATH = '/settings/members'
const [owner, admin, second] = members as [Member, Member, Member]
const gone: Member = { ...second, id: 'mem_gone', name: 'Former Accountant', state: 'inactive' }

/** The office has these members, who may change while the test runs. */
function staff(...all: Member[]) {
  const house = { all }
  api.use(
    mock('get', '/api/office/members', ({ query }) => ({
      items: house.all.filter(({ state }) => query.get('with_inactive') === 'true' || state !== 'inactive'),
      next: null,
    })),
  )
  return house
}

async function openMenu(user: Awaited<ReturnType<typeof openApp>>['user'], name: string) {
  await user.click(await screen.findByRole('button', { name: `Actions for ${name}` }))
  return within(await screen.findByRole('menu'))
}

describe('the members (S64)', () => {
  it('are listed with role and state, those who left on demand', async () => {
    staff(owner, { ...second, state: 'invited', address_state: 'bounced' }, gone)
    const { user, address } = await openApp(PATH)
    expect(screen.getByRole('link', { name: 'Members' }).getAttribute('aria-current')).toBe('page')
    await screen.findByText('second@office.example')
    const rows = screen.getAllByRole('row')
    expect(rows).toHaveLength(3)
    expect(rows[1]?.textContent).toMatch(/Demo OwnerYou.*Owner.*Joined/)
    expect(rows[2]?.textContent).toMatch(/Second Accountant.*Address does not work.*Member.*Invited/)
    await user.click(screen.getByRole('button', { name: 'Show inactive (1)' }))
    const left = (await screen.findByText('Former Accountant')).closest('tr')
    expect(left?.textContent).toMatch(/InactiveNever/)
    expect(address()).toBe(`${PATH}?inactive=true`)
  })

  it('are invited with a role, once', async () => {
    const asked: { body: unknown; key: string | null }[] = []
    api.use(
      mock('post', '/api/office/members', ({ body, headers }) => {
        asked.push({ body, key: headers.get('idempotency-key') })
        return created({ ...second, state: 'invited' })
      }),
    )
    const { user } = await openApp(PATH)
    await user.click(await screen.findByRole('button', { name: 'Invite member' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Invite a member' }, { timeout: 15_000 }))
    await user.click(dialog.getByRole('button', { name: 'Send invitation' }))
    expect(await dialog.findAllByText('Fill this in.')).toHaveLength(2)
    expect(asked).toEqual([])
    await user.type(dialog.getByLabelText('Name'), 'New')
    await user.type(dialog.getByLabelText('E-mail address'), 'new@o.example')
    await user.click(dialog.getByRole('button', { name: /Role/ }))
    await user.click(await screen.findByRole('option', { name: /^Admin/ }))
    await user.click(dialog.getByRole('button', { name: 'Send invitation' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(asked[0]?.body).toEqual({
      name: 'New',
      email: 'new@o.example',
      role: 'admin',
      language: 'en',
    })
    expect(asked[0]?.key).toMatch(/^[\w-]{8,}$/)
  })

  it('with a known address are refused in words, and what was typed stays', async () => {
    api.use(mock('post', '/api/office/members', () => problem(409, 'already_exists')))
    const { user } = await openApp(PATH)
    await user.click(await screen.findByRole('button', { name: 'Invite member' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByLabelText('Name'), 'New')
    await user.type(dialog.getByLabelText('E-mail address'), 'owner@office.example')
    await user.click(dialog.getByRole('button', { name: 'Send invitation' }))
    await dialog.findByText(/Somebody with this address is a member already/)
    expect(dialog.getByLabelText('Name')).toHaveProperty('value', 'New')
  })

  it('who have not joined are mailed again', async () => {
    staff(owner, { ...second, state: 'invited' })
    let again = ''
    api.use(
      mock('post', '/api/office/members/{member}/invitation', ({ params }) => {
        again = String(params.member)
        return { ...second, state: 'invited' }
      }),
    )
    const { user } = await openApp(PATH)
    const menu = await openMenu(user, second.name)
    await user.click(menu.getByRole('menuitem', { name: 'Send the invitation again' }))
    await screen.findByText('The invitation is on its way to second@office.example.')
    expect(again).toBe('mem_second')
  })

  it('change from the version that was read, which can be undone', async () => {
    const sent: { body: unknown; version: string | null }[] = []
    api.use(
      mock('patch', '/api/office/members/{member}', ({ body, headers }) => {
        sent.push({ body, version: headers.get('if-match') })
        return { ...second, role: 'admin', version: second.version + sent.length }
      }),
    )
    const { user } = await openApp(PATH)
    const menu = await openMenu(user, second.name)
    await user.click(menu.getByRole('menuitem', { name: 'Change name or role' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Change Second Accountant' }))
    await user.click(dialog.getByRole('button', { name: /Role/ }))
    await user.click(await screen.findByRole('option', { name: /^Admin/ }))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await screen.findByText('Second Accountant is saved.')
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('Undone.')
    expect(sent).toEqual([
      { body: { role: 'admin' }, version: '"1"' },
      { body: { role: 'member' }, version: '"2"' },
    ])
  })

  it('that somebody else changed meanwhile show theirs beside what was typed', async () => {
    const house = staff(owner, second)
    api.use(
      mock('patch', '/api/office/members/{member}', () => {
        house.all = [owner, { ...second, name: 'Their Name', version: 2 }]
        return problem(412, 'version_mismatch')
      }),
    )
    const { user } = await openApp(PATH)
    const menu = await openMenu(user, second.name)
    await user.click(menu.getByRole('menuitem', { name: 'Change name or role' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.clear(dialog.getByLabelText('Name'))
    await user.type(dialog.getByLabelText('Name'), 'My Name')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await dialog.findByText('Name: Their Name')
    expect(dialog.getByLabelText('Name')).toHaveProperty('value', 'My Name')
  })

  it('leave when somebody takes on their work, which is shown until it is done', async () => {
    const house = staff(owner, admin, second)
    const sent: unknown[] = []
    api.use(
      mock('post', '/api/office/members/{member}/deactivate', ({ body, params }) => {
        sent.push([params.member, body])
        if (body.reassign_to === undefined)
          return problem(422, 'invalid_value', { errors: [{ pointer: '/reassign_to', code: 'required' }] })
        house.all = [owner, admin, { ...second, state: 'leaving' }]
        return { ...second, state: 'leaving' }
      }),
    )
    const { user } = await openApp(PATH)
    const menu = await openMenu(user, second.name)
    await user.click(menu.getByRole('menuitem', { name: 'Deactivate' }))
    const question = within(await screen.findByRole('alertdialog', { name: 'Deactivate Second Accountant?' }))
    question.getByText('If they have clients, open tasks or series, you choose next who takes those on.')
    expect(question.queryByRole('button', { name: /Who takes on/ })).toBeNull()
    await user.click(question.getByRole('button', { name: 'Deactivate' }))
    await question.findByText('There are clients or open tasks. Choose who takes them on.')
    await waitFor(() =>
      expect(document.activeElement).toBe(question.getByRole('button', { name: /Who takes on/ })),
    )
    // Nobody is asked twice for what was not chosen.
    await user.click(question.getByRole('button', { name: 'Deactivate' }))
    expect(sent).toHaveLength(1)
    await user.click(question.getByRole('button', { name: /Who takes on/ }))
    const offered = (await screen.findAllByRole('option')).map(({ textContent }) => textContent)
    expect(offered).toEqual(['Demo Ownerowner@office.example', 'Demo Adminadmin@office.example'])
    await user.click(screen.getByRole('option', { name: /^Demo Admin/ }))
    await user.click(question.getByRole('button', { name: 'Deactivate' }))
    await screen.findByText('Second Accountant is signed out. The work goes to Demo Admin.')
    expect(sent).toEqual([
      ['mem_second', {}],
      ['mem_second', { reassign_to: 'mem_admin' }],
    ])
    expect(screen.getAllByText('Handing over work…').length).toBeGreaterThan(0)
    house.all = [owner, admin, { ...second, state: 'inactive' }]
    await screen.findByRole('button', { name: 'Show inactive (1)' }, { timeout: 5000 })
    expect(screen.queryByText('Handing over work…')).toBeNull()
  })

  it('come back, though not while their work is on its way', async () => {
    staff(owner, gone)
    const answers = [problem(409, 'busy'), { ...gone, state: 'active' as const }]
    api.use(
      mock(
        'post',
        '/api/office/members/{member}/reactivate',
        () => answers.shift() ?? problem(404, 'not_found'),
      ),
    )
    const { user } = await openApp(`${PATH}?inactive=true`)
    for (const words of [/still being handed over/, /Former Accountant can sign in again/]) {
      const menu = await openMenu(user, gone.name)
      await user.click(menu.getByRole('menuitem', { name: 'Let back in' }))
      await screen.findByText(words)
    }
  })

  it('get the office handed over by its owner, who is told what changes', async () => {
    let asked: unknown
    api.use(
      mock('post', '/api/office/ownership', ({ body }) => {
        asked = body
        return { ...admin, role: 'owner' as const }
      }),
    )
    const { user } = await openApp(PATH)
    const menu = await openMenu(user, admin.name)
    await user.click(menu.getByRole('menuitem', { name: 'Make owner' }))
    const question = within(
      await screen.findByRole('alertdialog', { name: 'Hand the office over to Demo Admin?' }),
    )
    expect(question.getAllByRole('listitem')).toHaveLength(3)
    await user.click(question.getByRole('button', { name: 'Hand over' }))
    await screen.findByText('Demo Admin is the owner now.')
    expect(asked).toEqual({ member_id: 'mem_admin' })
  })

  it('an admin can leave by themselves and is signed out', async () => {
    const me = { ...session.member, id: 'mem_admin', role: 'admin' as const }
    api.use(
      mock('get', '/api/office/session', () => ({ ...session, member: me })),
      mock('post', '/api/office/members/{member}/deactivate', () => {
        api.use(mock('get', '/api/office/session', () => problem(401, 'not_signed_in')))
        return { ...admin, state: 'leaving' as const }
      }),
    )
    const { user, address } = await openApp(PATH)
    const menu = await openMenu(user, admin.name)
    await user.click(menu.getByRole('menuitem', { name: 'Leave the office' }))
    const question = within(await screen.findByRole('alertdialog', { name: 'Leave the office?' }))
    await user.click(question.getByRole('button', { name: 'Leave the office' }))
    await waitFor(() => expect(address()).toBe('/sign-in'))
  })

  it('are only read by a plain member, who asks for nobody that left', async () => {
    const asked: (string | null)[] = []
    api.use(
      mock('get', '/api/office/session', () => ({
        ...session,
        member: { ...session.member, role: 'member' as const },
      })),
      mock('get', '/api/office/members', ({ query }) => {
        asked.push(query.get('with_inactive'))
        return { items: members, next: null }
      }),
    )
    await openApp(PATH)
    await screen.findByText('Admins and the owner invite members and change what they may do.')
    expect(await screen.findAllByRole('row')).toHaveLength(4)
    expect(screen.queryByRole('button', { name: /^Actions for|^Invite/ })).toBeNull()
    expect(asked).toEqual([null])
  })

  it('that do not come can be asked for again', async () => {
    api.use(mock('get', '/api/office/members', () => problem(500, 'internal_error'), { once: true }))
    const { user } = await openApp(PATH)
    await screen.findByText('The members could not be loaded')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByText('Second Accountant')
  })
})
