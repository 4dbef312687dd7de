import type { AuditEntry } from '@sild/api'
import { describe, expect, it } from 'vitest'
import { monthLater, monthOf } from './month'
import { isAside, tellingOf } from './telling'
import { idsIn, namesIn } from './things'

type Fields = Record<string, [string | null, string | null]>
type Change = Partial<Omit<AuditEntry, 'fields'>> & { fields?: Fields }

const entry = ({ fields = {}, ...change }: Change): AuditEntry => ({
  id: 'aud_1',
  at: '2026-03-02T08:03:00Z',
  by: { kind: 'member', id: 'mem_1', name: 'Olivia Owner' },
  operation: 'update_task',
  what: 'task',
  thing_id: 'tsk_1',
  belongs_to: 'cli_1',
  change: 'changed',
  fields: Object.entries(fields).map(([field, [from, to]]) => ({ field, from, to, is_erased: false })),
  ...change,
})
const did = (change: Change) => tellingOf(entry(change)).did

describe('what an entry of the trail tells (S67)', () => {
  it('is a plain change with its fields, unless the operation says more', () => {
    const fields: Fields = { due: ['2026-03-03', '2026-03-05'] }
    expect(tellingOf(entry({ fields }))).toEqual({ did: null, showsFields: true })
    expect(tellingOf(entry({ operation: 'assign_task' }))).toEqual({ did: 'assign_task', showsFields: false })
    expect(tellingOf(entry({ change: 'created', operation: 'create_task' }))).toEqual({
      did: null,
      showsFields: false,
    })
    expect(tellingOf(entry({ operation: 'tick_portal_checklist' })).showsFields).toBe(true)
  })

  it('knows who comes and goes', () => {
    expect(did({ what: 'session', change: 'created' })).toBe('signed_in')
    expect(did({ what: 'session', change: 'removed' })).toBe('signed_out')
    expect(did({ what: 'member', operation: 'deactivate_member' })).toBe('deactivate_member')
  })

  it('knows who is at a client', () => {
    const relation = (word: string): Fields => ({ relation: [null, word] })
    const made = { what: 'member_client', change: 'created' } as const
    expect(did({ ...made, fields: relation('responsible') })).toBe('responsible')
    expect(did({ ...made, fields: relation('added') })).toBe('added')
    expect(did({ what: 'member_client', change: 'removed' })).toBe('taken_off')
    expect(did({ what: 'contact_client', fields: { has_access: ['true', 'false'] } })).toBe('took_access')
  })

  it('says that a portal was opened only where that was all', () => {
    const opened: Fields = { portal_is_open: ['false', 'true'], invited_at: [null, 'x'] }
    expect(did({ what: 'client', operation: 'relay_outbox', fields: opened })).toBe('opened_portal')
    expect(did({ what: 'client', fields: { ...opened, name: ['A', 'B'] } })).toBeNull()
    expect(did({ what: 'client', operation: 'archive_client', fields: opened })).toBe('archive_client')
  })

  it('tells notes from messages, and an export of the trail from one of clients', () => {
    const message = { what: 'message', change: 'created' } as const
    expect(did({ ...message, fields: { visibility: [null, 'internal'] } })).toBe('wrote_note')
    expect(did({ ...message, fields: { visibility: [null, 'portal'] } })).toBe('wrote')
    const table = { what: 'client_export', change: 'created' } as const
    expect(did({ ...table, fields: { audit_month: [null, '2026-03'] } })).toBe('exported_trail')
    expect(did(table)).toBe('exported_clients')
  })

  it('is plain for a kind that the app does not know', () => {
    expect(did({ what: 'spaceship', change: 'created' })).toBeNull()
  })
})

it('who and when stand aside where the sentence says them', () => {
  expect(['office.at', 'office.by.id', 'client.by', 'id', 'created_by_id'].every(isAside)).toBe(true)
  expect(['due', 'assignee.id', 'portal.state', 'registry_code'].some(isAside)).toBe(false)
})

it('names come from the newest entry that says one, ids from everywhere', () => {
  const entries = [
    entry({ fields: { title: ['Bank', 'Bank statement'], 'assignee.id': [null, 'mem_2'] } }),
    entry({ change: 'created', fields: { title: [null, 'Bank'] } }),
    entry({ what: 'request', thing_id: 'req_1', fields: { subject: [null, 'A loan'] } }),
  ]
  expect(Object.fromEntries(namesIn(entries))).toEqual({
    mem_1: 'Olivia Owner',
    tsk_1: 'Bank statement',
    req_1: 'A loan',
  })
  expect([...idsIn(entries)]).toEqual(['tsk_1', 'cli_1', 'mem_2', 'req_1'])
})

it('months follow each other over the year', () => {
  expect(monthOf(new Date('2026-03-31T23:59:59Z'))).toBe('2026-03')
  expect([monthLater('2026-01', -1), monthLater('2026-12', 1)]).toEqual(['2025-12', '2027-01'])
})
