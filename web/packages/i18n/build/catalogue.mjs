// The messages of an app on disk: `en.json` is the source, the other languages must match it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, flatten } from './compile.mjs'

const source = 'en'

/** The flat messages of one language. */
export function read(dir, language) {
  return flatten(JSON.parse(readFileSync(join(dir, `${language}.json`), 'utf8')))
}

/** The languages that have a file. */
export function languages(dir) {
  return readdirSync(dir)
    .filter((name) => /^[a-z]{2}\.json$/.test(name))
    .map((name) => name.slice(0, 2))
    .sort()
}

/** What is wrong with the catalogues of a folder: keys that are missing, extra, or take other arguments. */
export function problems(dir) {
  if (!existsSync(join(dir, `${source}.json`))) return [`${dir}/${source}.json is missing`]
  const english = read(dir, source)
  return languages(dir).flatMap((language) => differences(english, read(dir, language), language))
}

function differences(english, other, language) {
  const found = []
  for (const key of Object.keys(english)) {
    if (!(key in other)) {
      found.push(`${language}.json: "${key}" is missing`)
      continue
    }
    const [wanted, given] = [signature(key, english[key]), signature(key, other[key])]
    if (wanted !== given) found.push(`${language}.json: "${key}" takes (${given}), not (${wanted})`)
  }
  for (const key of Object.keys(other)) {
    if (!(key in english)) found.push(`${language}.json: "${key}" is not in ${source}.json`)
  }
  return found
}

function signature(key, text) {
  return [...compile(key, text).args]
    .map(([name, type]) => `${name}: ${type}`)
    .sort()
    .join(', ')
}

/** Keys that no source text names: neither whole, nor as `{key}` in a page, nor by the start of a template literal. */
export function unused(dir, sources) {
  const text = sources.join('\n')
  const starts = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1])
  return Object.keys(read(dir, source)).filter(
    (key) =>
      !text.includes(`'${key}'`) &&
      !text.includes(`{${key}}`) &&
      !starts.some((start) => key.startsWith(start)),
  )
}
