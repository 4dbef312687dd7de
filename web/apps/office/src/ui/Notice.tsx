import { clsx } from 'clsx'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Notice.module.css'

type NoticeProps = {
  tone?: 'info' | 'good' | 'warn' | 'bad'
  title?: string
  action?: ReactNode
  children?: ReactNode
}

const SIGNS = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert }

/** A sentence in a tinted frame. A bad one is announced at once. */
export function Notice({ tone = 'info', title, action, children }: NoticeProps) {
  const Sign = SIGNS[tone]
  return (
    <div className={clsx(styles.notice, styles[tone])} role={tone === 'bad' ? 'alert' : undefined}>
      <Sign size={16} aria-hidden="true" />
      <div className={styles.texts}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children ? <div className={styles.text}>{children}</div> : null}
        {action ? <div className={styles.action}>{action}</div> : null}
      </div>
    </div>
  )
}
