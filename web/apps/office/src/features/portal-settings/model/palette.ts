import { derivePalette, type Palette } from '@sild/brand'

/** The palette of a colour that is known to be one: the form only ever holds `#rrggbb`. */
export function paletteOf(colour: string): Palette {
  const palette = derivePalette(colour)
  if (palette === null) throw new Error(`not a colour: ${colour}`)
  return palette
}
