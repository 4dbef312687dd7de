import type { PortalSettings } from '@sild/api'
import * as v from 'valibot'
import { fields } from '../../../shell/form'

/** What stands in the form. */
export type PortalForm = { name: string; slug: string; colour: string; description: string }

/** What the form takes before the server decides. */
export const portalSchema = v.object({
  name: fields.line(150),
  slug: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('required'),
    v.minLength(3, 'too_short'),
    v.maxLength(40, 'too_long'),
  ),
  colour: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/, 'invalid_colour')),
  description: fields.optionalLine(500),
})

/** The form for what the server knows; a portal without a name begins with the office's. */
export function formOf(settings: PortalSettings, office: string): PortalForm {
  return {
    name: settings.name ?? office,
    slug: settings.slug ?? settings.suggested_slug ?? '',
    colour: settings.colour,
    description: settings.description ?? '',
  }
}

/** Whether two forms hold the same. */
export function isSame(one: PortalForm, other: PortalForm): boolean {
  return (
    one.name === other.name &&
    one.slug === other.slug &&
    one.colour === other.colour &&
    one.description === other.description
  )
}

/** The address of a portal: that of the present one with another name in it, or the server's own form of it. */
export function addressOf(slug: string, known: Pick<PortalSettings, 'slug' | 'url'>, origin: string): string {
  if (known.url !== null && known.slug !== null) return known.url.replace(known.slug, slug)
  return `${origin}/p/${slug}`
}
