import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../src')

/** Every import of a file of this app from another one of it, as paths below `src`. */
function ownImports(): { from: string; to: string }[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  return files.flatMap((file) => {
    const text = readFileSync(join(src, file), 'utf8')
    const specifiers = [...text.matchAll(/(?:from |import |import\()'(\.[^']+)'/g)].map(
      (match) => match[1] ?? '',
    )
    return specifiers.map((specifier) => ({
      from: file,
      to: relative(src, resolve(src, dirname(file), specifier)),
    }))
  })
}

const featureOf = (path: string): string | null => /^features\/([^/]+)\//.exec(path)?.[1] ?? null

test('features never import each other nor the app', () => {
  const imports = ownImports()
  expect(imports.length).toBeGreaterThan(100)
  const wrong = imports.filter(({ from, to }) => {
    const feature = featureOf(from)
    return feature !== null && (to.startsWith('app/') || (featureOf(to) ?? feature) !== feature)
  })
  expect(wrong).toEqual([])
})

test('the shell imports neither features nor the app', () => {
  const wrong = ownImports().filter(
    ({ from, to }) => from.startsWith('shell/') && (to.startsWith('app/') || to.startsWith('features/')),
  )
  expect(wrong).toEqual([])
})

test('inside a feature the model knows no screens and the api no screens', () => {
  const layer = (path: string): string => /^features\/[^/]+\/(\w+)/.exec(path)?.[1] ?? ''
  const wrong = ownImports().filter(
    ({ from, to }) => ['model', 'api'].includes(layer(from)) && layer(to) === 'ui',
  )
  expect(wrong).toEqual([])
})

test('the login needs nothing of the framework', () => {
  const login = readdirSync(join(src, 'features/login'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(src, 'features/login', name), 'utf8'))
  expect(login.length).toBeGreaterThan(3)
  for (const text of login)
    expect(text).not.toMatch(/^import (?!type).*from '(preact|wouter|@tanstack|@sild\/api')/m)
})
