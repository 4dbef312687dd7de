/** What the welcome tells, in its order. */
export const panelNames = ['list', 'send', 'done'] as const

/** One part of the welcome. */
export type PanelName = (typeof panelNames)[number]
