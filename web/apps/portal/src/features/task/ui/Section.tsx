import type { ComponentChildren } from 'preact'
import styles from './Section.module.css'

/** A titled part of the task. */
export function Section({
  title,
  beside,
  children,
}: {
  title: string
  beside?: string | undefined
  children: ComponentChildren
}) {
  return (
    <section class={styles.section}>
      <div class={styles.head}>
        <h2 class={styles.title}>{title}</h2>
        {beside && <span class={styles.beside}>{beside}</span>}
      </div>
      {children}
    </section>
  )
}
