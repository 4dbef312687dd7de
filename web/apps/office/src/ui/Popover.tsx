import { clsx } from 'clsx'
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components/Popover'
import styles from './List.module.css'

type PopoverProps = Omit<AriaPopoverProps, 'className' | 'style'> & { className?: string | undefined }

/** A panel anchored to what opened it; closes on Escape, outside click and blur. */
export function Popover({ className, ...rest }: PopoverProps) {
  return <AriaPopover offset={6} {...rest} className={clsx(styles.popover, className)} />
}
