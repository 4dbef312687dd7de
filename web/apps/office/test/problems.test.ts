import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ApiProblem } from '@sild/api'
import { expect, it } from 'vitest'
import { fieldSentence, sentenceOf } from '../src/shell/problems'

const root = join(import.meta.dirname, '../../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** The codes that the parsers of the domain give to a field, and those that use cases add. */
function fieldCodes(): string[] {
  const [, list = ''] = /FIELD_CODES[^=]*= \[([^\]]*)\]/.exec(read('shared/domain/src/field_code.rs')) ?? []
  return [...list.matchAll(/"(\w+)"/g)].map(([, code = '']) => code).concat('not_on_client', 'not_recurring')
}

/** The codes of the table of errors in the contract's page. */
function problemCodes(): string[] {
  const rows = read('docs/api-design.md').match(/^ {2}\| \d{3}.*$/gm) ?? []
  return rows.flatMap((row) => [...row.matchAll(/`([a-z_]+)`/g)].map(([, code = '']) => code))
}

it('every code of a field has a sentence of its own', () => {
  const codes = fieldCodes().filter((code) => code !== 'invalid_format')
  expect(codes.length).toBeGreaterThan(15)
  const unknown = fieldSentence('a code that nobody knows')
  expect(codes.filter((code) => fieldSentence(code) === unknown)).toEqual([])
})

it('every problem that the office’s app can meet has a sentence in its language', () => {
  // Only contacts can be refused a tick or change their address; the app asks in no way that an address does not take; `errors`
  // is a field of the answer.
  const others = ['tick_not_allowed', 'link_replaced', 'address_taken', 'method_not_allowed', 'errors']
  const codes = problemCodes().filter((code) => !others.includes(code))
  expect(codes.length).toBeGreaterThan(25)
  const own = (code: string) => sentenceOf(new ApiProblem(409, code, 'from the server'))
  expect(codes.filter((code) => own(code) === 'from the server')).toEqual(['internal_error'])
})
