/** Linear red, green and blue, each from 0 to 1. */
export type Linear = readonly [number, number, number]

/** A colour of OKLab (Björn Ottosson, 2020): its lightness can move while its hue stays. */
export interface Oklab {
  lightness: number
  /** From green to red. */
  a: number
  /** From blue to yellow. */
  b: number
}

const halvings = 12
const tolerance = 0.0001

/** From linear light to OKLab. */
export function toOklab([red, green, blue]: Linear): Oklab {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  }
}

/** From OKLab to linear light inside sRGB, with as much of the chroma as fits. */
export function toLinear(colour: Oklab): Linear {
  const full = withChromaTimes(colour, 1)
  if (isInside(full)) return clamped(full)
  let [inside, outside] = [0, 1]
  for (let round = 0; round < halvings; round += 1) {
    const middle = (inside + outside) / 2
    if (isInside(withChromaTimes(colour, middle))) inside = middle
    else outside = middle
  }
  return clamped(withChromaTimes(colour, inside))
}

function withChromaTimes({ lightness, a, b }: Oklab, factor: number): Linear {
  const cube = (byA: number, byB: number): number =>
    (lightness + byA * (a * factor) + byB * (b * factor)) ** 3
  const l = cube(0.3963377774, 0.2158037573)
  const m = cube(-0.1055613458, -0.0638541728)
  const s = cube(-0.0894841775, -1.291485548)
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function isInside(channels: Linear): boolean {
  return channels.every((channel) => channel >= -tolerance && channel <= 1 + tolerance)
}

function clamped([red, green, blue]: Linear): Linear {
  const clamp = (channel: number): number => Math.min(1, Math.max(0, channel))
  return [clamp(red), clamp(green), clamp(blue)]
}
