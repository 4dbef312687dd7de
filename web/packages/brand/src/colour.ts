import type { Linear } from './oklab.ts'

/** Red, green and blue as bytes. */
export type Rgb = readonly [number, number, number]

const decode = (encoded: number): number =>
  encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4

/** The linear value halfway, as encoded, between each byte and the next. */
const midpoints = Array.from({ length: 255 }, (_, byte) => decode((byte + 0.5) / 255))

/** Reads `#rrggbb` in upper or lower case; null for anything else. */
export function parseColour(text: string): Rgb | null {
  if (!/^#[0-9a-f]{6}$/i.test(text)) return null
  const bits = Number.parseInt(text.slice(1), 16)
  return [bits >> 16, (bits >> 8) & 255, bits & 255]
}

/** `#rrggbb` in lower case. */
export function formatColour(rgb: Rgb): string {
  return `#${rgb.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** The linear light of a colour. */
export function linearOf([red, green, blue]: Rgb): Linear {
  return [decode(red / 255), decode(green / 255), decode(blue / 255)]
}

/** The colour whose bytes are nearest to this linear light; halves go up. */
export function nearest([red, green, blue]: Linear): Rgb {
  return [byteOf(red), byteOf(green), byteOf(blue)]
}

function byteOf(channel: number): number {
  const above = midpoints.findIndex((midpoint) => midpoint > channel)
  return above < 0 ? 255 : above
}

/** The contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = linearOf(rgb)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
