import { useEffect, useRef, useState } from 'react'

const STILL_MILLISECONDS = 250

/**
 * The text of a search box whose search stands in the address: it goes there when the person stops typing, and follows
 * when the address changes by itself, as on Back.
 */
export function useTypedSearch(search: string, onSearch: (search: string) => void) {
  const [typed, setTyped] = useState(search)
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  const send = useRef(onSearch)
  send.current = onSearch

  useEffect(() => {
    if (waiting.current === null) setTyped((known) => (known.trim() === search ? known : search))
  }, [search])
  useEffect(
    () => () => {
      if (waiting.current !== null) clearTimeout(waiting.current)
    },
    [],
  )

  const type = (text: string) => {
    setTyped(text)
    if (waiting.current !== null) clearTimeout(waiting.current)
    waiting.current = setTimeout(() => {
      waiting.current = null
      send.current(text.trim())
    }, STILL_MILLISECONDS)
  }
  return { typed, type }
}
