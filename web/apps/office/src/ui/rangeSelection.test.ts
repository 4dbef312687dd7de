import { expect, it } from 'vitest'
import { extendTo } from './rangeSelection'

const ids = ['a', 'b', 'c', 'd', 'e']

it('a first press is chosen and becomes the anchor', () => {
  expect(extendTo({ ids, before: new Set(), after: new Set(['b']), anchor: null })).toEqual({
    selected: new Set(['b']),
    anchor: 'b',
  })
})

it('a press with Shift takes everything between, downwards and upwards', () => {
  expect(extendTo({ ids, before: new Set(['b']), after: new Set(['b', 'd']), anchor: 'b' }).selected).toEqual(
    new Set(['b', 'c', 'd']),
  )
  expect(extendTo({ ids, before: new Set(['d']), after: new Set(['d', 'a']), anchor: 'd' }).selected).toEqual(
    new Set(['a', 'b', 'c', 'd']),
  )
})

it('taking one away extends nothing and moves the anchor there', () => {
  expect(extendTo({ ids, before: new Set(['a', 'b']), after: new Set(['a']), anchor: 'a' })).toEqual({
    selected: new Set(['a']),
    anchor: 'b',
  })
})

it('all stays all', () => {
  expect(extendTo({ ids, before: new Set(['a']), after: 'all', anchor: 'a' }).selected).toBe('all')
})
