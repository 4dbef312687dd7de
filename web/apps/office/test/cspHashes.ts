import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const SOURCES = ['interactions/usePress.mjs', 'overlays/usePreventScroll.mjs']

/**
 * The hashes of the style texts that react-aria puts into the page, as a content security policy names them.
 * They are read out of its own source, with the one name that stands in them filled in.
 */
export function computeStyleHashes(): string[] {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('react-aria/package.json')),
    'dist/private',
  )
  return SOURCES.map((name) => {
    const source = readFileSync(join(folder, name), 'utf8')
    return `sha256-${createHash('sha256').update(styleTextOf(source, name)).digest('base64')}`
  })
}

function styleTextOf(source: string, name: string): string {
  const texts = [...source.matchAll(/\.textContent = `([^`]*)`\.trim\(\)/g)]
  const text = texts[0]?.[1]
  if (texts.length !== 1 || text === undefined)
    throw new Error(`${name} has ${texts.length} style texts, not one`)
  return text
    .replace(/\$\{([\w$]+)\}/g, (_, variable: string) => {
      const value = new RegExp(`${variable.replaceAll('$', '\\$')} = ['"]([^'"]+)['"]`).exec(source)?.[1]
      if (value === undefined) throw new Error(`${name} does not say what ${variable} is`)
      return value
    })
    .trim()
}
