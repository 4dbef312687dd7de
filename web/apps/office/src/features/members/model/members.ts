import type { Member } from '@sild/api'
import * as v from 'valibot'
import { fields } from '../../../shell/form'

/** What may be given to a member; the owner's role changes hands by itself. */
export type GivenRole = 'admin' | 'member'

/** A new member before the server decides. */
export const inviteSchema = v.object({
  name: fields.line(100),
  email: fields.email,
  role: v.picklist(['admin', 'member']),
  language: v.picklist(['en', 'et', 'fi']),
})

/** What changes of a member. */
export const memberSchema = v.object({
  name: fields.line(100),
  role: v.picklist(['admin', 'member']),
})

/** What somebody who manages members can do with one of them. */
export type MemberAction = 'resend' | 'change' | 'handOver' | 'deactivate' | 'leave' | 'reactivate'

/** The actions for a member, as `me` has them: the server refuses any other. */
export function actionsFor(member: Member, me: { id: string; role: Member['role'] }): MemberAction[] {
  if (me.role === 'member') return []
  if (member.state === 'inactive' || member.state === 'leaving') return ['reactivate']
  if (member.role === 'owner') return []
  const actions: MemberAction[] = []
  if (member.state === 'invited') actions.push('resend')
  actions.push('change')
  if (me.role === 'owner' && member.role === 'admin') actions.push('handOver')
  actions.push(member.id === me.id ? 'leave' : 'deactivate')
  return actions
}

/** Those who can take on somebody's work. */
export function heirsOf(member: Member, members: Member[]): Member[] {
  return members.filter(({ id, state }) => id !== member.id && (state === 'active' || state === 'invited'))
}
