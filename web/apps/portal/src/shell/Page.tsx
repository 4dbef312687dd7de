import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import styles from './Page.module.css'
import { useCurrent } from './session.tsx'

let hasShownOne = false
/** Where a page stands, or stood last, only until its screen or its data have come. */
let waitsAt: string | null = null

/**
 * One screen: its only `h1`, which takes the focus when the route changes, and the document's title. What comes in the
 * place of a page that `isWaiting` leaves the focus to whoever has moved on with it.
 */
export function Page({
  title,
  above,
  children,
  className,
  isWaiting = false,
}: {
  title: string
  above?: ComponentChildren
  children: ComponentChildren
  className?: string | undefined
  isWaiting?: boolean
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { branding } = useCurrent()
  // Before anything is seen: later they would take the focus from whoever types already.
  useLayoutEffect(() => {
    document.title = `${title} · ${branding.portal_name}`
  }, [title, branding.portal_name])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page takes the focus once, when it comes.
  useLayoutEffect(() => {
    const isElsewhere = waitsAt === location.pathname && document.activeElement !== document.body
    waitsAt = isWaiting ? location.pathname : null
    // The first page begins at its top by itself; on every later one a screen reader would stay where it was.
    if (hasShownOne && !isElsewhere) {
      heading.current?.focus({ preventScroll: true })
      window.scrollTo(0, 0)
    }
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
