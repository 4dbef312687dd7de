/** The parts of a client's card, as they stand in the address. */
export const CLIENT_TABS = ['tasks', 'requests', 'files', 'contacts', 'series'] as const

/** One part of a client's card. */
export type ClientTab = (typeof CLIENT_TABS)[number]
