const acts = new Set<() => void>()

/** Has something forgotten when the person signs out. */
export function atSignOut(act: () => void): void {
  acts.add(act)
}

/** Whoever signs out leaves nothing behind in this window. */
export function forgetAll(): void {
  sessionStorage.clear()
  for (const act of acts) act()
}
