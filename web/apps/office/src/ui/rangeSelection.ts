type Change = {
  /** All ids in their order. */
  ids: readonly string[]
  before: ReadonlySet<string> | 'all'
  after: ReadonlySet<string> | 'all'
  /** Where the range begins, or null when none is being extended. */
  anchor: string | null
}

/**
 * Turns the choice of one more row into the choice of all rows between it and the anchor. Gives the row that was
 * pressed as the next anchor.
 */
export function extendTo({ ids, before, after, anchor }: Change): {
  selected: Set<string> | 'all'
  anchor: string | null
} {
  if (after === 'all' || before === 'all')
    return { selected: after === 'all' ? 'all' : new Set(after), anchor: null }
  const added = [...after].filter((id) => !before.has(id))
  const pressed = added.length === 1 ? (added[0] ?? null) : null
  const removed = [...before].find((id) => !after.has(id)) ?? null
  if (pressed === null || anchor === null) return { selected: new Set(after), anchor: pressed ?? removed }
  const [from, to] = [ids.indexOf(anchor), ids.indexOf(pressed)].sort((a, b) => a - b)
  const range = from === undefined || from < 0 || to === undefined ? [pressed] : ids.slice(from, to + 1)
  return { selected: new Set([...after, ...range]), anchor: pressed }
}
