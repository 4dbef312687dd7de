import { lazy, type ReactNode, Suspense } from 'react'
import styles from './ReorderList.module.css'

/** What a list that can be reordered takes. */
export type ReorderListProps<T extends { id: string }> = {
  label: string
  items: T[]
  textOf: (item: T) => string
  dragLabel: (item: T) => string
  /** Gets the ids in their new order. */
  onReorder: (ids: string[]) => void
  renderItem: (item: T) => ReactNode
  isDisabled?: boolean
}

const DragList = lazy(() => import('./DragList').then((m) => ({ default: m.DragList }))) as <
  T extends { id: string },
>(
  props: ReorderListProps<T>,
) => ReactNode

/** A list whose order is changed by dragging or by keys. Until the code for that is there it is a plain list. */
export function ReorderList<T extends { id: string }>(props: ReorderListProps<T>) {
  return (
    <Suspense
      fallback={
        <ul className={styles.list} aria-label={props.label}>
          {props.items.map((item) => (
            <li key={item.id} className={styles.item}>
              <span className={styles.grip} />
              {props.renderItem(item)}
            </li>
          ))}
        </ul>
      }
    >
      <DragList {...props} />
    </Suspense>
  )
}

/** The ids with `moved` placed before or after `target`. */
export function moveIds(ids: string[], moved: string[], target: string, isBefore: boolean): string[] {
  const rest = ids.filter((id) => !moved.includes(id))
  const at = rest.indexOf(target)
  if (at === -1) return ids
  const cut = isBefore ? at : at + 1
  return [...rest.slice(0, cut), ...moved, ...rest.slice(cut)]
}
