import type { ClientSummary } from '@sild/api'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { clients } from '../../../../test/demo/data'
import { selectionOf } from './bulk'
import { clientFilterSchema, matchingOf, queryOf, sortOf, withArchive } from './filter'

const read = (search: object) => v.parse(clientFilterSchema, search)

it('a link keeps every filter, and what is wrong in it counts as left out (S65)', () => {
  const whole = { search: 'Bak', responsible: 'mem_a', portal: 'silent', overdue: true, sort: 'open_tasks' }
  expect(read(whole)).toEqual(whole)
  expect(read({ search: 12345678, portal: 'ajar', overdue: 'yes', sort: 7 })).toMatchObject({
    search: '12345678',
    portal: undefined,
    overdue: undefined,
    sort: undefined,
  })
})

it('what is overdue comes by its deadline, everything else by name, unless asked for otherwise', () => {
  expect(queryOf({})).toEqual({})
  expect(queryOf({ overdue: true, responsible: 'mem_a' })).toEqual({
    is_overdue: true,
    responsible_id: 'mem_a',
    sort: 'earliest_due',
  })
  expect(queryOf({ overdue: true, sort: 'name' })).toEqual({ is_overdue: true, sort: 'name' })
  expect(queryOf({ portal: 'active', sort: 'open_tasks' })).toEqual({
    portal_state: 'active',
    sort: 'open_tasks',
  })
})

it('the archive is a list of its own, by name', () => {
  const archived = withArchive({ search: 'Bak', portal: 'closed', overdue: true, sort: 'open_tasks' }, true)
  expect(queryOf(archived)).toEqual({ search: 'Bak', is_archived: true })
  expect(sortOf(archived)).toBe('name')
  expect(queryOf(withArchive(archived, false))).toEqual({ search: 'Bak' })
})

it('an operation on all that match takes the filters and not the order', () => {
  expect(matchingOf({ search: 'Bak', overdue: true, sort: 'name' })).toEqual({
    search: 'Bak',
    is_overdue: true,
  })
})

it('over a thousand clients are named by their filters, or not at all', () => {
  const [first] = clients
  const many = Array.from({ length: 1200 }, (_, index) => ({
    ...(first as ClientSummary),
    id: `cli_${index}`,
  }))
  const choose = (count: number, hasMore: boolean) =>
    selectionOf({
      clients: many,
      selected: new Set(many.slice(0, count).map(({ id }) => id)),
      filter: { overdue: true },
      hasMore,
    })
  expect(choose(1000, true)).toMatchObject({ kind: 'some' })
  expect(choose(1001, true)).toBeNull()
  expect(choose(1200, true)).toBeNull()
  expect(choose(1200, false)).toEqual({ kind: 'all', filter: { overdue: true } })
})
