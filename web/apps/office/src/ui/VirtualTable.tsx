import { clsx } from 'clsx'
import { type ReactNode, useRef } from 'react'
import { Collection } from 'react-aria-components/Collection'
import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLoadMoreItem,
} from 'react-aria-components/Table'
import { TableLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { Checkbox } from './Choice'
import { extendTo } from './rangeSelection'
import { useTableKey } from './tableKey'
import styles from './VirtualTable.module.css'

/** One column: how wide (`2fr`, `120`), what stands in its cells. The first names the row. */
export type VirtualColumn<T> = {
  id: string
  title: string
  width: `${number}fr` | number
  minWidth?: number
  isEnd?: boolean
  cell: (item: T) => ReactNode
}

type RowSelection<T> = {
  selected: Set<string> | 'all'
  /** The ids that are selected now; a press on the box in the head selects all that are loaded. */
  onSelect: (selected: Set<string> | 'all') => void
  labelOf: (item: T) => string
}

type VirtualTableProps<T extends { id: string }> = {
  label: string
  columns: VirtualColumn<T>[]
  items: T[]
  textOf: (item: T) => string
  /** What is selected; rows of a table without it can only be opened. */
  selection?: RowSelection<T> | undefined
  onOpen: (id: string) => void
  onMore?: (() => void) | undefined
  isLoadingMore?: boolean
  moreText: string
  rowHeight?: number
}

/**
 * A table of any length: only the rows in view exist. Arrow keys move and Enter or a press opens a row. Where rows can be
 * selected, Space does so, Shift extends by keys and by the mouse, and a press selects while others are selected.
 */
export function VirtualTable<T extends { id: string }>({
  label,
  columns,
  items,
  textOf,
  selection,
  onOpen,
  onMore,
  isLoadingMore = false,
  moreText,
  rowHeight = 52,
}: VirtualTableProps<T>) {
  const isSelectable = selection !== undefined
  // The edge belongs to the boxes where there are some.
  const startOf = isSelectable ? null : columns[0]?.id
  const place = useTableKey()
  const isShiftHeld = useRef(false)
  const anchor = useRef<string | null>(null)
  const select = ({ selected, onSelect }: RowSelection<T>, next: Set<string> | 'all') => {
    const extended = extendTo({
      ids: items.map(({ id }) => id),
      before: selected,
      after: next,
      anchor: isShiftHeld.current ? anchor.current : null,
    })
    anchor.current = extended.anchor
    onSelect(extended.selected)
  }

  return (
    <div
      ref={place}
      className={styles.place}
      onPointerDownCapture={(event) => {
        isShiftHeld.current = event.shiftKey
      }}
      onKeyDownCapture={() => {
        isShiftHeld.current = false
      }}
    >
      <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight, headingHeight: 38, loaderHeight: 44 }}>
        <Table
          aria-label={label}
          className={clsx(styles.table)}
          {...(selection
            ? {
                selectionMode: 'multiple',
                selectionBehavior: 'toggle',
                selectedKeys: selection.selected,
                onSelectionChange: (keys) =>
                  select(selection, keys === 'all' ? 'all' : new Set([...keys].map(String))),
              }
            : {})}
          onRowAction={(key) => onOpen(String(key))}
        >
          <TableHeader className={clsx(styles.header)}>
            {selection ? (
              <Column width={44} minWidth={44} className={clsx(styles.column, styles.check)}>
                <Checkbox slot="selection" />
              </Column>
            ) : null}
            {columns.map((column) => (
              <Column
                key={column.id}
                id={column.id}
                isRowHeader={column.id === columns[0]?.id}
                width={column.width}
                minWidth={column.minWidth ?? 60}
                className={clsx(
                  styles.column,
                  column.isEnd && styles.end,
                  column.id === startOf && styles.start,
                )}
              >
                {column.title}
              </Column>
            ))}
          </TableHeader>
          <TableBody>
            <Collection items={items} dependencies={[columns, isSelectable]}>
              {(item) => (
                <Row id={item.id} textValue={textOf(item)} className={clsx(styles.row)}>
                  {selection ? (
                    <Cell className={clsx(styles.cell, styles.check)}>
                      <Checkbox slot="selection" aria-label={selection.labelOf(item)} />
                    </Cell>
                  ) : null}
                  {columns.map((column) => (
                    <Cell
                      key={column.id}
                      className={clsx(
                        styles.cell,
                        column.isEnd && styles.end,
                        column.id === startOf && styles.start,
                      )}
                    >
                      {column.cell(item)}
                    </Cell>
                  ))}
                </Row>
              )}
            </Collection>
            <TableLoadMoreItem
              isLoading={isLoadingMore}
              className={clsx(styles.more)}
              {...(onMore ? { onLoadMore: onMore } : {})}
            >
              {moreText}
            </TableLoadMoreItem>
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  )
}
