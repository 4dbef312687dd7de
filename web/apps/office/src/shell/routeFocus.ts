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
    return isChange ? followHeading() : undefined
  }, [path])
}

/**
 * Focuses the heading, and the one that takes its place when what was loading is there. It ends when the person
 * does something, or after some seconds.
 */
function followHeading(): () => void {
  let focused: HTMLElement | null = null
  const focus = () => {
    const heading = document.querySelector('h1')
    const isElsewhere =
      document.activeElement !== document.body && document.activeElement?.isConnected === true
    if (heading === null || heading === focused || (focused !== null && isElsewhere)) return
    if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
    focused = heading
    heading.focus({ preventScroll: true })
    heading.closest('main')?.scrollTo({ top: 0 })
  }
  const observer = new MutationObserver(focus)
  const stop = () => {
    observer.disconnect()
    clearTimeout(timer)
    removeEventListener('pointerdown', stop, true)
    removeEventListener('keydown', stop, true)
  }
  const timer = setTimeout(stop, PATIENCE_MILLISECONDS)
  addEventListener('pointerdown', stop, true)
  addEventListener('keydown', stop, true)
  observer.observe(document.body, { childList: true, subtree: true })
  focus()
  return stop
}
