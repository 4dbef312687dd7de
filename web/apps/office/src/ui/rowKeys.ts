import { useRef } from 'react'
import { useSingleKey } from './singleKeys'

/** Lets j and k move the focus down and up among the links marked `data-row` inside the element. */
export function useRowKeys<E extends HTMLElement = HTMLTableElement>() {
  const place = useRef<E>(null)
  const move = (by: 1 | -1) => {
    const rows = [...(place.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const at = rows.findIndex((row) => row.contains(document.activeElement))
    rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus()
  }
  useSingleKey('j', () => move(1))
  useSingleKey('k', () => move(-1))
  return place
}
