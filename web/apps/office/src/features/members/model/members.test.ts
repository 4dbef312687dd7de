import type { Member } from '@sild/api'
import { expect, it } from 'vitest'
import { actionsFor, heirsOf } from './members'

const member = (id: string, change: Partial<Member> = {}): Member => ({
  id,
  name: id,
  email: `${id}@office.example`,
  role: 'member',
  state: 'active',
  address_state: 'ok',
  last_seen_at: null,
  version: 1,
  ...change,
})
const owner = { id: 'owner', role: 'owner' as const }
const admin = { id: 'admin', role: 'admin' as const }

it('nobody touches the owner, and only the owner hands the office over, to an admin (S64)', () => {
  expect(actionsFor(member('owner', { role: 'owner' }), owner)).toEqual([])
  expect(actionsFor(member('owner', { role: 'owner' }), admin)).toEqual([])
  expect(actionsFor(member('other', { role: 'admin' }), owner)).toEqual(['change', 'handOver', 'deactivate'])
  expect(actionsFor(member('other', { role: 'admin' }), admin)).toEqual(['change', 'deactivate'])
  expect(actionsFor(member('other'), owner)).toEqual(['change', 'deactivate'])
})

it('an invitation can be sent again until they have joined', () => {
  expect(actionsFor(member('new', { state: 'invited' }), admin)).toEqual(['resend', 'change', 'deactivate'])
})

it('an admin can leave by themselves', () => {
  expect(actionsFor(member('admin', { role: 'admin' }), admin)).toEqual(['change', 'leave'])
})

it('who left can only come back, and a plain member does nothing', () => {
  expect(actionsFor(member('gone', { state: 'inactive' }), admin)).toEqual(['reactivate'])
  expect(actionsFor(member('other'), { id: 'me', role: 'member' })).toEqual([])
})

it('work goes to somebody else who is there or comes', () => {
  const all = [
    member('a'),
    member('b', { state: 'invited' }),
    member('c', { state: 'leaving' }),
    member('d', { state: 'inactive' }),
  ]
  expect(heirsOf(member('a'), all).map(({ id }) => id)).toEqual(['b'])
})
