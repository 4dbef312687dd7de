// The vite plugin: `import messages from './messages/en.json?icu'` gives compiled messages.
// `?icu=login,shared.title` gives only these sections and keys, `?icu=!login,shared.title` all others.

import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { languages, problems, read } from './catalogue.mjs'
import { flatten, moduleOf, typesOf } from './compile.mjs'

const virtual = '\0icu:'

/** @param {{ dir: string }} options the folder of `en.json` and its siblings */
export function icuMessages({ dir }) {
  let isServing = false
  return {
    name: 'sild-icu-messages',
    enforce: 'pre',
    configResolved(config) {
      isServing = config.command === 'serve' && process.env.VITEST === undefined
    },
    buildStart() {
      for (const language of languages(dir)) this.addWatchFile(resolve(dir, `${language}.json`))
      const found = problems(dir)
      if (found.length > 0) this.error(found.join('\n'))
      if (isServing) writeFileSync(resolve(dir, 'messages.gen.ts'), typesOf(read(dir, 'en')))
    },
    resolveId(id, importer) {
      const match = /^(.*)\.json\?icu(?:=(.*))?$/.exec(id)
      if (!match || importer === undefined) return null
      return `${virtual}${resolve(dirname(importer), match[1])}|${match[2] ?? ''}`
    },
    load(id) {
      if (!id.startsWith(virtual)) return null
      const [path, sections] = id.slice(virtual.length).split('|')
      this.addWatchFile(`${path}.json`)
      return moduleOf(only(flatten(JSON.parse(readFileSync(`${path}.json`, 'utf8'))), sections))
    },
  }
}

function only(flat, sections) {
  if (sections === '') return flat
  const isExcluding = sections.startsWith('!')
  const names = (isExcluding ? sections.slice(1) : sections).split(',')
  const isNamed = (key) => names.some((name) => key === name || key.startsWith(`${name}.`))
  return Object.fromEntries(Object.entries(flat).filter(([key]) => isNamed(key) !== isExcluding))
}
