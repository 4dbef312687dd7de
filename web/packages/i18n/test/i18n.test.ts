import { expect, test } from 'vitest'
import { flatten, moduleOf, typesOf } from '../build/compile.mjs'
import { type Catalogue, createI18n, type Language } from '../src/index.ts'

const english = {
  plain: 'Tasks',
  nested: { hello: 'Hello, {name}!' },
  files: '{count, plural, =0 {No files} one {# file} other {# files}}',
  place: '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
  state: '{state, select, open {Open} done {Done} other {Closed}}',
  due: 'Due {on, date, short} at {at, time}',
  size: '{bytes, number} bytes',
  guests: '{n, plural, offset:1 =1 {you} other {you and # more}}',
}

type Messages = {
  plain: null
  'nested.hello': { name: string }
  files: { count: number }
  place: { n: number }
  state: { state: string }
  due: { on: string; at: string }
  size: { bytes: number }
  guests: { n: number }
}

/** Evaluates the module that a build would write. */
async function compiled(tree: object): Promise<Catalogue> {
  const source = `data:text/javascript,${encodeURIComponent(moduleOf(flatten(tree)))}`
  const module: { default: Catalogue } = await import(/* @vite-ignore */ source)
  return module.default
}

async function started(language: Language = 'en', timeZone = 'Europe/Tallinn') {
  const i18n = createI18n<Messages>()
  i18n.start({ language, timeZone, messages: await compiled(english) })
  return i18n
}

test('a plain message is its text', async () => {
  expect((await started()).t('plain')).toBe('Tasks')
})

test('an argument stands in its place', async () => {
  expect((await started()).t('nested.hello', { name: 'Mari' })).toBe('Hello, Mari!')
})

test('plurals choose the exact case first and then the rule of the language', async () => {
  const { t } = await started()
  expect([0, 1, 2, 1200].map((count) => t('files', { count }))).toEqual([
    'No files',
    '1 file',
    '2 files',
    '1,200 files',
  ])
})

test('ordinals and offsets follow ICU', async () => {
  const { t } = await started()
  expect([1, 2, 3, 11].map((n) => t('place', { n }))).toEqual(['1st', '2nd', '3rd', '11th'])
  expect([1, 3].map((n) => t('guests', { n }))).toEqual(['you', 'you and 2 more'])
})

test('a word without a case of its own gets the other case', async () => {
  const { t } = await started()
  expect(t('state', { state: 'done' })).toBe('Done')
  expect(t('state', { state: 'archived' })).toBe('Closed')
})

test('a date is the same day everywhere and an instant is shown in the zone of the office', async () => {
  const tallinn = await started()
  expect(tallinn.t('due', { on: '2026-03-31', at: '2026-03-31T22:30:00Z' })).toBe('Due 31 Mar at 01:30')
  const honolulu = await started('en', 'Pacific/Honolulu')
  expect(honolulu.date('2026-03-31')).toBe('31 Mar 2026')
  expect(honolulu.date('2026-03-31T05:00:00Z')).toBe('30 Mar 2026')
})

test('an instant falls on the calendar day that the office has then', async () => {
  expect((await started()).isoDate('2026-03-31T22:30:00Z')).toBe('2026-04-01')
  expect((await started('fi', 'UTC')).isoDate('2026-03-31T22:30:00Z')).toBe('2026-03-31')
})

test('numbers, dates and lists follow the language', async () => {
  const estonian = await started('et')
  expect(estonian.number(1234567.5)).toBe('1 234 567,5'.replaceAll(' ', '\u00a0'))
  expect(estonian.date('2026-03-31', 'long')).toBe('31. märts 2026')
  expect(estonian.list(['Mari', 'Jaan', 'Peeter'])).toBe('Mari, Jaan ja Peeter')
  expect(estonian.language()).toBe('et')
})

test('a short date is written as people of the language write it', async () => {
  const written = async (language: Language) => {
    const { date, time } = await started(language)
    return [date('2026-03-31', 'short'), date('2026-03-31'), time('2026-03-31T07:05:00Z')]
  }
  expect(await written('en')).toEqual(['31 Mar', '31 Mar 2026', '10:05'])
  expect(await written('et')).toEqual(['31. märts', '31. märts 2026', '10:05'])
  expect(await written('fi')).toEqual(['31.3.', '31.3.2026', '10.05'])
})

test('messages of a later chunk join the first ones', async () => {
  const i18n = createI18n<Messages>()
  i18n.start({ language: 'en', timeZone: 'UTC', messages: { plain: 'Tasks' } })
  i18n.add(await compiled({ size: english.size }))
  expect(i18n.t('plain')).toBe('Tasks')
  expect(i18n.t('size', { bytes: 10 })).toBe('10 bytes')
})

test('the generated types name each argument once with what it must be', () => {
  expect(typesOf(flatten(english))).toContain("'due': { on: DateValue; at: DateValue }")
  expect(typesOf(flatten(english))).toContain("'files': { count: number }")
  expect(typesOf(flatten(english))).toContain("'plain': null")
})

test('quotes and backslashes of a message cannot leave its text', async () => {
  const text = 'He said "hi" \\ `$`'
  const messages = await compiled({ odd: text })
  expect(messages.odd).toBe(text)
})
