import type { NotificationSettings } from '@sild/api'

/** What a member can be told of. */
export const KINDS = ['new_request', 'portal_message', 'client_file', 'client_done'] as const
/** How they can be told. */
export const WAYS = ['in_app', 'mail'] as const

/** One of them. */
export type Kind = (typeof KINDS)[number]
/** One of them. */
export type Way = (typeof WAYS)[number]

/** A switch as it is to stand. */
export type Flip = { kind: Kind; way: Way; isOn: boolean }

/** The switches with one of them as it is to stand. */
export function flipped(settings: NotificationSettings, { kind, way, isOn }: Flip): NotificationSettings {
  return { ...settings, [kind]: { ...settings[kind], [way]: isOn } }
}
