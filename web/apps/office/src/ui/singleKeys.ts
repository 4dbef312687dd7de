import { useEffect, useRef } from 'react'

const STORED = 'sild.singleKeys'

/** Whether keys such as `j` do something by themselves here: who dictates or types with difficulty switches that off. */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off'
  } catch {
    return true
  }
}

/** Keeps the choice for this device. */
export function setSingleKeys(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(STORED)
    else localStorage.setItem(STORED, 'off')
  } catch {
    // Private windows may refuse storage: the keys then stay as they are.
  }
}

/**
 * Runs when the key is pressed by itself, unless somebody types, something is open over the page, or such keys are
 * switched off. The key then means nothing else, unless the answer is `false`.
 */
export function useSingleKey(key: string, run: () => unknown, isEnabled = true): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (!isEnabled) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || !isFree(event) || latest.current() === false) return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [key, isEnabled])
}

function isFree(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !areSingleKeysOn())
    return false
  const isTyping =
    event.target instanceof HTMLElement &&
    event.target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !==
      null
  return !isTyping && document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') === null
}
