import { clsx } from 'clsx'
import { type ReactNode, useEffect, useRef } from 'react'
import sideways from './Sideways.module.css'
import styles from './TabLinks.module.css'

/** What a tab's link must carry. */
type TabLinkProps = { className: string; 'aria-current'?: 'page' }

type Tab = {
  id: string
  title: string
  count: string | null
  isCurrent: boolean
  /** Makes the link, so that each part of a screen keeps its own address. */
  link: (content: ReactNode, props: TabLinkProps) => ReactNode
}

/** The parts of a screen as links. Where there is no room for all of them, the current one is moved into sight. */
export function TabLinks({ label, tabs }: { label: string; tabs: Tab[] }) {
  const list = useRef<HTMLUListElement>(null)
  const current = tabs.find(({ isCurrent }) => isCurrent)?.id
  useEffect(() => {
    if (current !== undefined)
      list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return (
    <nav aria-label={label}>
      <ul ref={list} className={clsx(styles.tabs, sideways.sideways)}>
        {tabs.map(({ id, title, count, isCurrent, link }) => (
          <li key={id}>
            {link(
              <>
                {title}
                {count === null ? null : <span className={styles.count}>{count}</span>}
              </>,
              { className: styles.tab ?? '', ...(isCurrent ? { 'aria-current': 'page' } : {}) },
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
