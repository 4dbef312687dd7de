import { CircleAlert, CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button'
import styles from './States.module.css'

/** What belongs here, and one way to begin. */
export function EmptyState({
  icon,
  title,
  text,
  action,
}: {
  icon: ReactNode
  title: string
  text: string
  action?: ReactNode
}) {
  return (
    <div className={styles.state}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{text}</p>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  )
}

/** A plain sentence about what could not be loaded, and Retry. */
export function ErrorState({
  title,
  text,
  retryLabel,
  onRetry,
  isOffline = false,
}: {
  title: string
  text: string
  retryLabel?: string
  onRetry?: () => void
  isOffline?: boolean
}) {
  return (
    <div className={styles.state} role="alert">
      <span className={styles.icon} aria-hidden="true">
        {isOffline ? <CloudOff size={22} /> : <CircleAlert size={22} />}
      </span>
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{text}</p>
      {onRetry && retryLabel ? (
        <div className={styles.action}>
          <Button onPress={onRetry}>{retryLabel}</Button>
        </div>
      ) : null}
    </div>
  )
}

/** Grey shapes in the form of what comes. They appear after 200 ms, so that a quick answer never flickers. */
export function Skeleton({
  label,
  rows = 5,
  isForm = false,
}: {
  label: string
  rows?: number
  isForm?: boolean
}) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        // The rows are alike and never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: constant list
        <div key={index} className={isForm ? styles.formRow : styles.row}>
          <span className={styles.bone} />
          <span className={styles.bone} />
        </div>
      ))}
    </div>
  )
}
