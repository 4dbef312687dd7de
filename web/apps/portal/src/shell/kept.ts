import { useEffect, useState } from 'preact/hooks'

type Listener = (at: string | null) => void

const listeners = new Set<Listener>()
let keptAt: string | null = null

/** Notices whether an answer came from the server or is one that the browser kept of it. */
export function noteAnswer({ headers }: Response): void {
  const at = headers.get('x-kept-at')
  if (at === keptAt) return
  keptAt = at
  for (const listener of listeners) listener(at)
}

/** When the server last gave what is shown; null when it has just done so. */
export function useKeptAt(): string | null {
  const [at, setAt] = useState(keptAt)
  useEffect(() => {
    setAt(keptAt)
    listeners.add(setAt)
    return () => void listeners.delete(setAt)
  }, [])
  return at
}

/** What one person saw is not kept for the next. */
export function forgetSeen(basePath: string): void {
  // Only where the page came over a safe connection.
  void globalThis.caches?.delete(`sild-seen-${basePath}/`)
}
