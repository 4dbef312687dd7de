import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problems, unused } from '../build/catalogue.mjs'
import { compile } from '../build/compile.mjs'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'messages-'))
})

afterEach(() => rmSync(dir, { recursive: true }))

function write(language: string, tree: object) {
  writeFileSync(join(dir, `${language}.json`), JSON.stringify(tree))
}

test('equal catalogues have no problems', () => {
  write('en', { a: { b: 'Hello {name}' }, c: '{n, plural, one {# task} other {# tasks}}' })
  write('et', { a: { b: 'Tere, {name}' }, c: '{n, plural, one {# ülesanne} other {# ülesannet}}' })
  expect(problems(dir)).toEqual([])
})

test('a missing, an extra and a different message are named with their language', () => {
  write('en', { kept: 'Kept', missing: 'Missing', asks: 'For {name}' })
  write('fi', { kept: 'Pidetty', asks: 'Varten {who}', extra: 'Ylimääräinen' })
  expect(problems(dir)).toEqual([
    'fi.json: "missing" is missing',
    'fi.json: "asks" takes (who: string), not (name: string)',
    'fi.json: "extra" is not in en.json',
  ])
})

test('a folder without English is refused', () => {
  write('fi', { kept: 'Pidetty' })
  expect(problems(dir)).toEqual([`${dir}/en.json is missing`])
})

test('a message that cannot be parsed is named', () => {
  expect(() => compile('tasks.count', '{n, plural, one {# task}')).toThrow('tasks.count')
  expect(() => compile('tasks.due', '{on, date, yyyyMMdd}')).toThrow('tasks.due')
})

test('keys are used in a page too', () => {
  write('en', { login: { send: 'Send', other: 'Other' } })
  expect(unused(dir, ['<button>{login.send}</button>'])).toEqual(['login.other'])
})

test('keys are used when their whole name or the start of a template names them', () => {
  write('en', { a: 'A', error: { offline: 'Offline', other: 'Other' }, never: 'Never' })
  expect(unused(dir, ["t('a')", ['t(`error.', '{code}`)'].join('$')])).toEqual(['never'])
})
