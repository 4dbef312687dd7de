import { clsx } from 'clsx'
import { GripVertical } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import { moveIds, type ReorderListProps } from './ReorderList'
import styles from './ReorderList.module.css'

/**
 * A list whose order is changed by dragging the grip, or by keys: Enter on the grip, arrow keys, Enter again.
 */
export function DragList<T extends { id: string }>({
  label,
  items,
  textOf,
  dragLabel,
  onReorder,
  renderItem,
  isDisabled = false,
}: ReorderListProps<T>) {
  const { dragAndDropHooks } = useDragAndDrop<T>({
    isDisabled,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    renderDropIndicator: (target) => <DropIndicator target={target} className={clsx(styles.indicator)} />,
    onReorder: ({ keys, target }) => {
      const moved = [...keys].map(String)
      onReorder(
        moveIds(
          items.map((item) => item.id),
          moved,
          String(target.key),
          target.dropPosition === 'before',
        ),
      )
    },
  })

  return (
    <GridList
      aria-label={label}
      items={items}
      dragAndDropHooks={dragAndDropHooks}
      selectionMode="none"
      keyboardNavigationBehavior="tab"
      className={clsx(styles.list)}
    >
      {(item) => (
        <GridListItem id={item.id} textValue={textOf(item)} className={clsx(styles.item)}>
          <Button slot="drag" aria-label={dragLabel(item)} className={clsx(styles.grip)}>
            <GripVertical size={14} aria-hidden="true" />
          </Button>
          {renderItem(item)}
        </GridListItem>
      )}
    </GridList>
  )
}
