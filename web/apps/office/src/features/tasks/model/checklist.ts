import type { Task } from '@sild/api'

type Item = Task['checklist'][number]

/** A checklist as an update sends it: known entries keep their ids, so that ticks stay where they are. */
export type ChecklistChange = { id?: string; text: string; is_done?: boolean }[]

const kept = (item: Item): { id: string; text: string; is_done: boolean } => ({ ...item })

/** The checklist with an entry added at the end. */
export const withAdded = (items: readonly Item[], text: string): ChecklistChange => [
  ...items.map(kept),
  { text },
]

/** The checklist with the text of one entry changed. */
export const withText = (items: readonly Item[], id: string, text: string): ChecklistChange =>
  items.map((item) => (item.id === id ? { ...item, text } : kept(item)))

/** The checklist without one entry. */
export const without = (items: readonly Item[], id: string): ChecklistChange =>
  items.filter((item) => item.id !== id).map(kept)

/** The checklist with an entry back that was removed from a place; its id is gone, its tick is not. */
export const withBack = (items: readonly Item[], { text, is_done }: Item, place: number): ChecklistChange => [
  ...items.slice(0, place).map(kept),
  { text, is_done },
  ...items.slice(place).map(kept),
]

/** The checklist in another order. */
export function inOrder(items: readonly Item[], ids: readonly string[]): ChecklistChange {
  const known = new Map(items.map((item) => [item.id, item]))
  return ids.flatMap((id) => {
    const item = known.get(id)
    return item === undefined ? [] : [kept(item)]
  })
}
