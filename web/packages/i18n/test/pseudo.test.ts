// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { createI18n } from '../src/index.ts'
import { pseudo, untranslated } from '../src/pseudo.ts'

interface Messages {
  plain: null
  hello: { name: string }
}

const i18n = createI18n<Messages>()
i18n.start({
  language: 'en',
  timeZone: 'UTC',
  messages: pseudo({ plain: 'Tasks', hello: (args) => `Hello, ${args.name}` }),
})

function page(html: string): Element {
  const made = document.createElement('div')
  made.innerHTML = html
  return made
}

test('a message is known by its marks, also within another', () => {
  const inner = i18n.t('hello', { name: i18n.t('plain') })
  expect(inner).toBe('⟦Hello, ⟦Tasks⟧⟧')
  expect(untranslated(page(`<p title="${i18n.t('plain')}">${inner}</p>`), {})).toEqual([])
})

test('text, names and placeholders that are no message are found', () => {
  const html = `<p>${i18n.t('plain')} and more</p><input placeholder="Search"><b aria-label="Close">×</b>`
  expect(untranslated(page(html), {})).toEqual(['and more', 'Search', 'Close'])
})

test('data, dates and numbers are not messages', () => {
  const html =
    '<p>Mari Maasikas</p><p>31. märts 2026</p><p>teisipäev, 3. märts</p><p>12</p><p lang="et">Eesti</p>'
  expect(untranslated(page(html), { name: 'Mari Maasikas' })).toEqual([])
  expect(untranslated(page(html), {})).toEqual(['Mari Maasikas'])
})
