import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import styles from './Section.module.css'

/** A titled part of a task or request. */
export function Section({
  title,
  beside,
  children,
}: {
  title: string
  beside?: string | undefined
  children: ComponentChildren
}) {
  const id = useId()
  return (
    <section class={styles.section} aria-labelledby={id}>
      <div class={styles.head}>
        <h2 class={styles.title} id={id}>
          {title}
        </h2>
        {beside && <span class={styles.beside}>{beside}</span>}
      </div>
      {children}
    </section>
  )
}
