// Writes src/schema.d.ts from openapi.json; with --check it only says whether the written one is still true.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { requireInAnswers } from './answers.mjs'

const contract = new URL('../openapi.json', import.meta.url)
const schema = new URL('../src/schema.d.ts', import.meta.url)
const header = `/**
 * Generated from openapi.json by \`npm run generate\`. Do not edit.
 */

`

if (!existsSync(contract)) {
  console.error(`${fileURLToPath(contract)} is missing: the Rust tests write it.`)
  process.exit(1)
}
const text =
  header + astToString(await openapiTS(requireInAnswers(JSON.parse(readFileSync(contract, 'utf8')))))
if (!process.argv.includes('--check')) {
  writeFileSync(schema, text)
} else if (readFileSync(schema, 'utf8') !== text) {
  console.error('src/schema.d.ts is stale: run `npm run generate` in web/.')
  process.exit(1)
}
