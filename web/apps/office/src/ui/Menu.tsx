import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
} from 'react-aria-components/Menu'
import { Separator } from 'react-aria-components/Separator'
import styles from './List.module.css'
import { Popover } from './Popover'

type MenuProps = {
  /** The button that opens it. */
  trigger: ReactNode
  label: string
  header?: ReactNode
  children: ReactNode
  placement?: 'bottom start' | 'bottom end' | 'top start'
}

/** A button with a list of commands. */
export function Menu({ trigger, label, header, children, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement}>
        <AriaMenu aria-label={label} className={clsx(styles.list)}>
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
    </MenuTrigger>
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
