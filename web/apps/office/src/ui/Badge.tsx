import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import styles from './Badge.module.css'

/** The meaning of a badge's colour; it always comes with an icon or a word. */
export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'internal'

/** A small state word. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <span className={clsx(styles.badge, styles[tone])}>
      {icon}
      {children}
    </span>
  )
}

/** A filled or hollow dot with a word, for table cells. */
export function StateDot({
  tone = 'neutral',
  isHollow = false,
  children,
}: {
  tone?: Tone
  isHollow?: boolean
  children: ReactNode
}) {
  return (
    <span className={styles.state}>
      <span
        className={clsx(styles.dot, styles[`${tone}Dot`], isHollow && styles.hollow)}
        aria-hidden="true"
      />
      {children}
    </span>
  )
}

/** The number on a bell or a tab. */
export function Count({ children }: { children: ReactNode }) {
  return <span className={styles.count}>{children}</span>
}
