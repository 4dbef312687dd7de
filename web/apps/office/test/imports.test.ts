import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'

const src = join(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true })
  .map(String)
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|gen)\.tsx?$/.test(name))

/** What each part may import beside itself and packages. */
const allowed: Record<string, string[]> = {
  ui: [],
  shell: ['ui', 'messages'],
  features: ['ui', 'shell'],
  app: ['ui', 'shell', 'features'],
}

/** `features/tasks/ui/X.tsx` is the part `features` and the feature `features/tasks`. */
function placeOf(path: string): { part: string; feature: string | null } {
  const [part = '', name = ''] = path.split('/')
  return { part, feature: part === 'features' ? `features/${name}` : null }
}

const imports = files.flatMap((file) => {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map((match) => ({
    file,
    target: relative(src, resolve(dirname(join(src, file)), match[1] ?? '')),
  }))
})

it('there is something to walk', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(imports.length).toBeGreaterThan(300)
})

it('features never import each other', () => {
  const wrong = imports.filter(({ file, target }) => {
    const [from, to] = [placeOf(file).feature, placeOf(target).feature]
    return from !== null && to !== null && from !== to
  })
  expect(wrong).toEqual([])
})

it('imports only go from app to features to shell to ui', () => {
  const wrong = imports.filter(({ file, target }) => {
    const [from, to] = [placeOf(file).part, placeOf(target).part]
    return from !== to && !(allowed[from] ?? []).includes(to)
  })
  expect(wrong).toEqual([])
})

it('components hold no literal text', () => {
  const wrong = files
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => {
      const text = readFileSync(join(src, file), 'utf8')
      const literal = [
        ...text.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)*[.!?]?)\s*<\//g),
        ...text.matchAll(/(?:label|title|placeholder|aria-label|hint|text)="([^"]*[a-z][^"]*)"/g),
      ]
      return literal.map((match) => `${file}: ${match[1]}`)
    })
  expect(wrong).toEqual([])
})
