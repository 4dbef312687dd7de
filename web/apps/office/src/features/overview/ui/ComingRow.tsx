import { Link, type LinkProps } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { t } from '../../../shell/i18n'
import { Button, buttonClass } from '../../../ui/Button'
import styles from './Overview.module.css'

/** The head of what goes out. */
export const COMING = 'coming'

type Act = { label: string; word: string; onPress: () => void }

type ComingRowProps = {
  sign: LucideIcon
  title: string
  /** What it is called among others of its title. */
  name: string
  /** Where it comes from and can be changed. */
  to: LinkProps
  /** What is said of it; the first is what happens. */
  about: (string | null)[]
  acts?: Act[]
  isPending?: boolean
}

/** Something that goes out by itself: what and to whom, and what can be done about it until then. */
export function ComingRow({
  sign: Sign,
  title,
  name,
  to,
  about,
  acts = [],
  isPending = false,
}: ComingRowProps) {
  const row = useRef<HTMLLIElement>(null)
  // What is dealt with is gone, and the focus in it goes on to the head of the list.
  useLayoutEffect(() => {
    const { current } = row
    return () => {
      if (current?.contains(document.activeElement)) document.getElementById(COMING)?.focus()
    }
  }, [])
  return (
    <li ref={row} className={styles.row}>
      <span className={styles.sign} aria-hidden="true">
        <Sign size={17} />
      </span>
      <span className={styles.texts}>
        <Link {...to} className={styles.title}>
          {title}
        </Link>
        <span className={styles.meta}>
          {about.map((words) => (words === null ? null : <span key={words}>{words}</span>))}
        </span>
      </span>
      <span className={styles.tools}>
        {acts.map(({ label, word, onPress }) => (
          <Button
            key={word}
            size="small"
            variant="quiet"
            aria-label={label}
            isPending={isPending}
            onPress={onPress}
          >
            {word}
          </Button>
        ))}
        <Link
          {...to}
          className={buttonClass({ size: 'small', variant: 'quiet' })}
          aria-label={t('overview.edit', { name })}
        >
          {t('actions.edit')}
        </Link>
      </span>
    </li>
  )
}
