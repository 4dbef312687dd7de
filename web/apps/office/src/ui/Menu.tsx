import { clsx } from 'clsx'
import type { ReactNode, RefObject } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuSection } from 'react-aria-components/Menu'
import { Separator } from 'react-aria-components/Separator'
import styles from './List.module.css'
import { Popover } from './Popover'

type MenuProps = {
  label: string
  /** The button that it belongs to. */
  trigger: RefObject<HTMLElement | null>
  onClose: () => void
  header?: ReactNode
  children: ReactNode
  placement?: 'bottom start' | 'bottom end' | 'top start'
}

/** A list of commands at a button, as long as it is shown. */
export function Menu({ label, trigger, onClose, header, children, placement = 'bottom end' }: MenuProps) {
  return (
    <Popover
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      triggerRef={trigger}
      aria-label={label}
      placement={placement}
    >
      <AriaMenu aria-label={label} autoFocus="first" onClose={onClose} className={clsx(styles.list)}>
        {header ? (
          <MenuSection aria-label={label}>
            <Header className={styles.header}>{header}</Header>
            {children}
          </MenuSection>
        ) : (
          children
        )}
      </AriaMenu>
    </Popover>
  )
}

type MenuItemProps = {
  icon?: ReactNode
  isDanger?: boolean
  isDisabled?: boolean
  onAction: () => void
  children: string
}

/** One command of a `Menu`. */
export function MenuItem({ icon, isDanger = false, isDisabled = false, onAction, children }: MenuItemProps) {
  return (
    <AriaMenuItem
      onAction={onAction}
      isDisabled={isDisabled}
      textValue={children}
      className={clsx(styles.item, isDanger && styles.danger)}
    >
      {icon}
      <span className={styles.itemText}>{children}</span>
    </AriaMenuItem>
  )
}

/** A line between groups of commands. */
export function MenuSeparator() {
  return <Separator className={clsx(styles.separator)} />
}
