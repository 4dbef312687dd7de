/** The moment at which the demo office stands still: a Tuesday, 10:42 in Tallinn. */
export const NOW = Date.parse('2026-03-10T08:42:00Z')
/** The demo's day. */
export const TODAY = '2026-03-10'

/** The instant so many minutes before or after `NOW`. */
export const minutes = (count: number): string => new Date(NOW + count * 60_000).toISOString()
/** The date so many days before or after the demo's. */
export const day = (count: number): string => new Date(NOW + count * 86_400_000).toISOString().slice(0, 10)
