import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuSection } from 'react-aria-components/Menu'
import { Separator } from 'react-aria-components/Separator'
import { Hidden } from './Layout'
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
  /** Says, and marks, that this one of a choice holds now. */
  chosen?: string | undefined
  onAction: () => void
  children: string
}

/** One command of a `Menu`. */
export function MenuItem({ icon, isDanger = false, chosen, onAction, children }: MenuItemProps) {
  return (
    <AriaMenuItem
      onAction={onAction}
      textValue={children}
      className={clsx(styles.item, isDanger && styles.danger)}
    >
      {icon}
      <span className={styles.itemText}>
        {children}
        {chosen ? <Hidden> {chosen}</Hidden> : null}
      </span>
      {chosen ? <Check size={15} aria-hidden="true" /> : null}
    </AriaMenuItem>
  )
}

/** A line between groups of commands. */
export function MenuSeparator() {
  return <Separator className={clsx(styles.separator)} />
}
