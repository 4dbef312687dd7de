import { clsx } from 'clsx'
import styles from './Avatar.module.css'

/** The initials of a name, at most two. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const first = [...(words[0] ?? '')][0] ?? ''
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}

/** A person as a round sign beside their written name: silent for screen readers. */
export function Avatar({
  name,
  size = 'medium',
  isClient = false,
}: {
  name: string
  size?: 'small' | 'medium' | 'large'
  isClient?: boolean
}) {
  return (
    <span className={clsx(styles.avatar, styles[size], isClient && styles.client)} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
