import { expect, test } from 'vitest'
import { contrast, formatColour, parseColour, type Rgb } from '../src/colour.ts'
import { derivePalette, surfaces, textContrast, uiContrast } from '../src/index.ts'
import vectors from '../vectors.json'

test('every colour of the shared vectors gives what the server gives', () => {
  expect(vectors.palettes.length).toBeGreaterThan(0)
  for (const palette of vectors.palettes) {
    expect(derivePalette(palette.brand)).toEqual(palette)
  }
})

test('the surfaces and targets are those of the server', () => {
  expect(surfaces).toEqual({ light: vectors.light_surface, dark: vectors.dark_surface })
  expect([textContrast, uiContrast]).toEqual([vectors.text_contrast, vectors.ui_contrast])
})

test('what is no colour gives nothing', () => {
  for (const text of ['', '#fff', 'red', '#12345g', ' #123456', '#1234567']) {
    expect(derivePalette(text)).toBeNull()
  }
})

test('upper case is the same colour', () => {
  expect(derivePalette('#FF8800')).toEqual(derivePalette('#ff8800'))
})

test('every colour of a grid becomes readable on both surfaces', () => {
  const rgbOf = (text: string): Rgb => parseColour(text) ?? [0, 0, 0]
  const steps = [0, 51, 102, 153, 204, 255]
  for (const red of steps) {
    for (const green of steps) {
      for (const blue of steps) {
        const palette = derivePalette(formatColour([red, green, blue]))
        if (palette === null) throw new Error('a colour was not read')
        expect(contrast(rgbOf(palette.brand), rgbOf(palette.on_brand))).toBeGreaterThanOrEqual(4.58)
        for (const name of ['light', 'dark'] as const) {
          const scheme = palette[name]
          const surface = rgbOf(surfaces[name])
          expect(contrast(rgbOf(scheme.link.colour), surface)).toBeGreaterThanOrEqual(textContrast)
          expect(contrast(rgbOf(scheme.brand_ui.colour), surface)).toBeGreaterThanOrEqual(uiContrast)
          expect(contrast(rgbOf(scheme.brand_ui.colour), rgbOf(scheme.on_brand_ui))).toBeGreaterThanOrEqual(
            4.58,
          )
        }
      }
    }
  }
})
