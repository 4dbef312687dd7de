import { clsx } from 'clsx'
import { type ReactNode, useEffect } from 'react'
import styles from './Layout.module.css'

/** The product's name; it is the same in every language. */
export const PRODUCT = 'Sild'

/** Text for screen readers only. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>
}

type PageHeadProps = {
  title: string
  /** What stands above the title: the way back, or what it belongs to. */
  above?: ReactNode
  below?: ReactNode
  actions?: ReactNode
}

/** The head of a screen with its only `h1`, which gets the focus when the screen opens. */
export function PageHead({ title, above, below, actions }: PageHeadProps) {
  useWindowTitle(title)
  return (
    <header className={styles.head}>
      <div className={clsx(styles.headTexts, above !== undefined && styles.isDetail)}>
        {above ? <div className={styles.above}>{above}</div> : null}
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {below ? <div className={styles.below}>{below}</div> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </header>
  )
}

/** Names the window after the screen. */
export function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${PRODUCT}`
  }, [title])
}

/** The width of a screen: tables take what there is, forms and texts stay readable. */
export function Page({
  width = 'full',
  children,
}: {
  width?: 'full' | 'wide' | 'text'
  children: ReactNode
}) {
  return <div className={clsx(styles.page, styles[width])}>{children}</div>
}

type CardProps = {
  title?: string
  note?: ReactNode
  actions?: ReactNode
  isFlush?: boolean
  level?: 2 | 3
  children?: ReactNode
}

/** A framed part of a screen with its own heading. */
export function Card({ title, note, actions, isFlush = false, level = 2, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={styles.card} {...(title ? { 'aria-label': title } : {})}>
      {title || actions ? (
        <div className={styles.cardHead}>
          <div className={styles.cardTexts}>
            {title ? <Heading className={styles.cardTitle}>{title}</Heading> : null}
            {note ? <p className={styles.cardNote}>{note}</p> : null}
          </div>
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </div>
      ) : null}
      {children ? <div className={clsx(styles.cardBody, isFlush && styles.flush)}>{children}</div> : null}
    </section>
  )
}

/** Fields of a form, one below the other. */
export function Stack({ gap = 'm', children }: { gap?: 's' | 'm' | 'l'; children: ReactNode }) {
  return <div className={clsx(styles.stack, styles[`gap-${gap}`])}>{children}</div>
}

/** Things side by side that wrap when there is no room. */
export function Row({ children, isEnd = false }: { children: ReactNode; isEnd?: boolean }) {
  return <div className={clsx(styles.row, isEnd && styles.end)}>{children}</div>
}

/** Two fields side by side on wide screens. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>
}
