import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { computeStyleHashes } from './cspHashes'

it('csp-hashes.json names exactly the style texts that react-aria puts into the page', () => {
  const file = join(import.meta.dirname, '../csp-hashes.json')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ styles: computeStyleHashes() })
})
