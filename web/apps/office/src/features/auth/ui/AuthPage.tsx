import type { ReactNode } from 'react'
import { PRODUCT, useWindowTitle } from '../../../ui/Layout'
import styles from './AuthPage.module.css'
import { BrandMark } from './BrandMark'
import { LanguageChoice } from './LanguageChoice'

type AuthPageProps = { title: string; text?: ReactNode; foot?: ReactNode; children?: ReactNode }

/** The quiet page around everything that happens before somebody is signed in. */
export function AuthPage({ title, text, foot, children }: AuthPageProps) {
  useWindowTitle(title)
  return (
    <main className={styles.page}>
      <div className={styles.brand}>
        <BrandMark />
        {PRODUCT}
      </div>
      <div className={styles.card}>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {text ? <p className={styles.text}>{text}</p> : null}
        {children}
      </div>
      {foot ? <p className={styles.foot}>{foot}</p> : null}
      <LanguageChoice />
    </main>
  )
}
