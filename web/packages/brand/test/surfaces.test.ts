import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast, parseColour, type Rgb } from '../src/colour.ts'
import { surfaces } from '../src/index.ts'

const tokens = readFileSync(new URL('../../tokens/tokens.css', import.meta.url), 'utf8')

/** Every value of the tokens that something may be written on. */
function surfacesIn(block: string): Rgb[] {
  const values = [...block.matchAll(/--(?:surface|raised|sunken|hover): (#[0-9a-f]{6});/g)]
  return values.map(([, value]) => parseColour(value ?? '') ?? [0, 0, 0])
}

test('no surface of the tokens is less favourable than those that colours are measured on', () => {
  const [light, ...dark] = tokens.split('color-scheme: dark;')
  const lightSurfaces = surfacesIn(light ?? '')
  const darkSurfaces = surfacesIn(dark.join(''))
  expect(lightSurfaces).toHaveLength(4)
  expect(darkSurfaces).toHaveLength(8)
  const [white, black]: [Rgb, Rgb] = [
    [255, 255, 255],
    [0, 0, 0],
  ]
  const worst = { light: parseColour(surfaces.light) ?? white, dark: parseColour(surfaces.dark) ?? black }
  for (const surface of lightSurfaces) {
    expect(contrast(surface, black)).toBeGreaterThanOrEqual(contrast(worst.light, black))
  }
  for (const surface of darkSurfaces) {
    expect(contrast(surface, white)).toBeGreaterThanOrEqual(contrast(worst.dark, white))
  }
})
