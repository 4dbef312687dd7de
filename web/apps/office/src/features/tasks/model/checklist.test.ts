import { expect, it } from 'vitest'
import { moveIds } from '../../../ui/ReorderList'
import { inOrder, withAdded, withBack, without, withText } from './checklist'

const items = [
  { id: 'a', text: 'One', is_done: true },
  { id: 'b', text: 'Two', is_done: false },
  { id: 'c', text: 'Three', is_done: false },
]

it('adding, rewriting and removing keep the ids and ticks of the others', () => {
  expect(withAdded(items, 'Four').at(-1)).toEqual({ text: 'Four' })
  expect(withAdded(items, 'Four')[0]).toEqual(items[0])
  expect(withText(items, 'b', 'Second')[1]).toEqual({ id: 'b', text: 'Second', is_done: false })
  expect(without(items, 'a').map((item) => item.id)).toEqual(['b', 'c'])
})

it('a removed entry comes back to its place with its tick and without its id', () => {
  const [first, second, third] = items
  if (!first || !second || !third) throw new Error('there are three')
  expect(withBack([second, third], first, 0)).toEqual([{ text: 'One', is_done: true }, second, third])
  expect(withBack([first], third, 2)).toEqual([first, { text: 'Three', is_done: false }])
})

it('reordering keeps every known entry and drops unknown ids', () => {
  expect(inOrder(items, ['c', 'a', 'gone', 'b']).map((item) => item.id)).toEqual(['c', 'a', 'b'])
})

it('an entry is moved before or after another', () => {
  expect(moveIds(['a', 'b', 'c'], ['c'], 'a', true)).toEqual(['c', 'a', 'b'])
  expect(moveIds(['a', 'b', 'c'], ['a'], 'b', false)).toEqual(['b', 'a', 'c'])
  expect(moveIds(['a', 'b', 'c'], ['a'], 'a', false)).toEqual(['a', 'b', 'c'])
})
