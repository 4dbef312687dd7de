import { beforeEach, expect, it } from 'vitest'
import en from '../src/messages/en.json?icu=inbox.heading,inbox.note,nav,requests.heading,people.heading'
import et from '../src/messages/et.json?icu=inbox.heading,inbox.note,nav,requests.heading,people.heading'
import fi from '../src/messages/fi.json?icu=inbox.heading,inbox.note,nav,requests.heading,people.heading'
import { drawFirst, isFirst } from '../src/shell/first'
import { PLACES } from '../src/shell/places'

const place = document.createElement('div')

beforeEach(() => {
  place.replaceChildren()
  document.body.replaceChildren(place)
})

it.each([
  ['en', en],
  ['et', et],
  ['fi', fi],
] as const)('the first picture names the lists and the one that was asked for, in %s', (language, words) => {
  drawFirst(place, '/inbox', language)
  expect(isFirst()).toBe(true)
  expect(document.documentElement.lang).toBe(language)
  expect([...place.querySelectorAll('li')].map((entry) => entry.textContent)).toEqual(
    Object.values(PLACES).map((key) => words[key]),
  )
  expect(place.querySelector('.title')?.textContent).toBe(words['inbox.heading'])
  expect(place.textContent).toContain(words['inbox.note'])
  expect(place.querySelector('.active')?.textContent).toBe(words['inbox.heading'])
  expect(place.firstElementChild?.ariaHidden, 'whoever listens waits for the app').toBe('true')
})

it.each(['/', '/sign-in', '/login', '/tasks/tsk_1', '/constructor'])('there is none at %s', (path) => {
  drawFirst(place, path, 'en')
  expect(isFirst()).toBe(false)
  expect(place.childElementCount).toBe(0)
})
