import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger as AriaTooltipTrigger } from 'react-aria-components/Tooltip'
import styles from './Tooltip.module.css'

/** Shows its second child beside the first while that is hovered or focused. */
export function TooltipTrigger({ children }: { children: ReactNode }) {
  return (
    <AriaTooltipTrigger delay={500} closeDelay={0}>
      {children}
    </AriaTooltipTrigger>
  )
}

/** The small dark label of a `TooltipTrigger`. */
export function Tooltip({ children }: { children: ReactNode }) {
  return (
    <AriaTooltip className={clsx(styles.tooltip)} offset={6}>
      {children}
    </AriaTooltip>
  )
}
