import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** How long a slow screen may take to show its heading and still get the focus. */
const PATIENCE_MILLISECONDS = 5000

/** Focuses the screen's `h1` when the path has changed, so that keys and screen readers begin there. */
export function useRouteFocus(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? '' })
  const last = useRef(path)

  useEffect(() => {
    const isChange = last.current !== '' && last.current !== path
    last.current = path
    if (!isChange) return
    return whenHeadingShows((heading) => {
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      heading.focus({ preventScroll: true })
      heading.closest('main')?.scrollTo({ top: 0 })
    })
  }, [path])
}

function whenHeadingShows(use: (heading: HTMLElement) => void): () => void {
  const present = document.querySelector('h1')
  if (present) {
    use(present)
    return () => undefined
  }
  const observer = new MutationObserver(() => {
    const heading = document.querySelector('h1')
    if (heading) {
      observer.disconnect()
      use(heading)
    }
  })
  observer.observe(document.body, { childList: true, subtree: true })
  const timer = setTimeout(() => observer.disconnect(), PATIENCE_MILLISECONDS)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}
