#!/usr/bin/env node
// sild-messages <folder of messages> [--check]
// Writes <folder>/messages.gen.ts; with --check it only says whether everything is complete, used and fresh.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { problems, read, unused } from './catalogue.mjs'
import { typesOf } from './compile.mjs'

const [dir, flag] = process.argv.slice(2)
if (dir === undefined) {
  console.error('usage: sild-messages <folder of messages> [--check]')
  process.exit(2)
}

const found = problems(dir)
if (found.length === 0) {
  const file = join(dir, 'messages.gen.ts')
  const text = typesOf(read(dir, 'en'))
  if (flag !== '--check') {
    writeFileSync(file, text)
  } else {
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
      found.push(`${file} is stale: run \`npm run generate\` in web/`)
    }
    found.push(...unused(dir, sourcesIn(dirname(dir))).map((key) => `en.json: nothing uses "${key}"`))
  }
}
for (const line of found) console.error(line)
process.exit(found.length === 0 ? 0 : 1)

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.(tsx?|html)$/.test(name) && !/\.(gen|test)\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}
