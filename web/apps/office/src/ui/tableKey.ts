import { useRef } from 'react'
import { useSingleKey } from './singleKeys'

/** Lets j enter the table inside the element. In it the arrow keys move, and letters find rows by their names. */
export function useTableKey() {
  const place = useRef<HTMLDivElement>(null)
  useSingleKey('j', () => {
    const table = place.current?.querySelector<HTMLElement>('[role="grid"]')
    if (!table || table.contains(document.activeElement)) return false
    table.focus()
    return true
  })
  return place
}
