import type { ReactNode } from 'react'
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

/** The parts of a screen as links. */
export function TabLinks({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul className={styles.tabs}>
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
