import { contrast, formatColour, linearOf, nearest, parseColour, type Rgb } from './colour.ts'
import { toLinear, toOklab } from './oklab.ts'

/** A colour and what it took to make it readable: “darkened for links: 2.4:1 → 4.6:1”. */
export interface DerivedColour {
  /** The readable colour; the brand itself if that is readable. */
  colour: string
  /** The brand's contrast with the surface, cut to two decimals. */
  brand_contrast: number
  /** This colour's contrast with the surface, cut to two decimals. */
  contrast: number
}

/** The colours of one scheme. */
export interface SchemeColours {
  /** For links and other text, at least 4.5:1. */
  link: DerivedColour
  /** For buttons, borders and marks, at least 3:1. */
  brand_ui: DerivedColour
  /** Black or white: text on `brand_ui`. */
  on_brand_ui: string
}

/** All colours that come of one brand. */
export interface Palette {
  /** What the office picked: for large areas. */
  brand: string
  /** Black or white: text on `brand`. */
  on_brand: string
  light: SchemeColours
  dark: SchemeColours
}

/** Of all surfaces of the apps, those on which colours read worst. They are tokens of `@sild/tokens`. */
export const surfaces = { light: '#efefec', dark: '#24282b' } as const
/** The least contrast of text with its surface (WCAG 2.2, 1.4.3). */
export const textContrast = 4.5
/** The least contrast of parts of controls with their surface (WCAG 2.2, 1.4.11). */
export const uiContrast = 3

const lightnessStep = 0.004
const black: Rgb = [0, 0, 0]
const white: Rgb = [255, 255, 255]

/**
 * The colours of a brand, or null if the text is no colour. It is the twin of the server's, which decides: both give
 * the same for every colour of `vectors.json`.
 */
export function derivePalette(brand: string): Palette | null {
  const rgb = parseColour(brand)
  if (rgb === null) return null
  return {
    brand: formatColour(rgb),
    on_brand: formatColour(textOn(rgb)),
    light: scheme(rgb, surfaces.light, -lightnessStep),
    dark: scheme(rgb, surfaces.dark, lightnessStep),
  }
}

/** White if it reads at least as well as black on this colour, else black. */
function textOn(rgb: Rgb): Rgb {
  return contrast(rgb, white) >= contrast(rgb, black) ? white : black
}

function scheme(brand: Rgb, surface: string, step: number): SchemeColours {
  const below = parseColour(surface) ?? white
  const ui = readable(brand, below, uiContrast, step)
  return {
    link: described(brand, readable(brand, below, textContrast, step), below),
    brand_ui: described(brand, ui, below),
    on_brand_ui: formatColour(textOn(ui)),
  }
}

/** The brand, or the first colour on its way to black or white that reaches the target. */
function readable(brand: Rgb, surface: Rgb, target: number, step: number): Rgb {
  const lab = toOklab(linearOf(brand))
  let colour = brand
  for (let steps = 1; contrast(colour, surface) < target; steps += 1) {
    const lightness = lab.lightness + step * steps
    colour = nearest(toLinear({ ...lab, lightness: Math.min(1, Math.max(0, lightness)) }))
    if (lightness < 0 || lightness > 1) break
  }
  return colour
}

function described(brand: Rgb, colour: Rgb, surface: Rgb): DerivedColour {
  const cut = (ratio: number): number => Math.floor(ratio * 100) / 100
  return {
    colour: formatColour(colour),
    brand_contrast: cut(contrast(brand, surface)),
    contrast: cut(contrast(colour, surface)),
  }
}
