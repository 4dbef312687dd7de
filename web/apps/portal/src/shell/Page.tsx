import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import styles from './Page.module.css'
import { useCurrent } from './session.tsx'

let hasShownOne = false

/** One screen: its only `h1`, which takes the focus when the route changes, and the document's title. */
export function Page({
  title,
  above,
  children,
  className,
}: {
  title: string
  above?: ComponentChildren
  children: ComponentChildren
  className?: string | undefined
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { branding } = useCurrent()
  // Before anything is seen: later they would take the focus from whoever types already.
  useLayoutEffect(() => {
    document.title = `${title} · ${branding.portal_name}`
  }, [title, branding.portal_name])
  useLayoutEffect(() => {
    // The first page begins at its top by itself; on every later one a screen reader would stay where it was.
    if (hasShownOne) heading.current?.focus({ preventScroll: true })
    if (hasShownOne) window.scrollTo(0, 0)
    hasShownOne = true
  }, [])
  return (
    <div class={`${styles.page} ${className ?? ''}`}>
      {above}
      <h1 class={styles.title} tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </div>
  )
}
