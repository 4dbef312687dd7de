import { clsx } from 'clsx'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import styles from './Button.module.css'
import { Tooltip, TooltipTrigger } from './Tooltip'

/** How much a button asks for attention. One primary a view. */
type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'dangerSolid'

type Look = {
  variant?: ButtonVariant | undefined
  size?: 'small' | 'medium' | 'large' | undefined
  isWide?: boolean | undefined
}

/** The class names of a button, for links that look like one. */
export function buttonClass(
  { variant = 'secondary', size = 'medium', isWide = false }: Look,
  isIcon = false,
): string {
  return clsx(
    styles.button,
    styles[variant],
    size !== 'medium' && styles[size],
    isWide && styles.wide,
    isIcon && styles.icon,
  )
}

/** What a button takes: a look, react-aria's own props, and `isPending` while its work is under way. */
export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> &
  Look & { children: ReactNode; ref?: Ref<HTMLButtonElement> }

/** A push button. While pending it keeps its label and focus, and cannot be pressed again. */
export function Button({ variant, size, isWide, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...whilePending(rest)} className={buttonClass({ variant, size, isWide })}>
      {rest.isPending ? <span className={styles.spinner} aria-hidden="true" /> : null}
      {children}
    </AriaButton>
  )
}

/** A button that shows only an icon: its label is spoken and appears as a tooltip. */
export function IconButton({
  label,
  variant = 'quiet',
  size,
  children,
  ...rest
}: ButtonProps & { label: string }) {
  return (
    <TooltipTrigger>
      <AriaButton {...whilePending(rest)} aria-label={label} className={buttonClass({ variant, size }, true)}>
        {rest.isPending ? <span className={styles.spinner} aria-hidden="true" /> : children}
      </AriaButton>
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  )
}

/**
 * react-aria's own pending state announces the button by its id, which is gone by then when the work has replaced
 * the screen. So a pending button only stops being pressable and submitting, and keeps the focus.
 */
function whilePending<P extends Pick<AriaButtonProps, 'isPending' | 'onPress' | 'type'>>(props: P) {
  const { isPending, onPress, type, ...rest } = props
  if (isPending) return { ...rest, type: 'button' as const, 'data-pending': true, 'aria-busy': true }
  return { ...rest, ...(onPress ? { onPress } : {}), ...(type ? { type } : {}) }
}
