import { beforeEach, expect, it } from 'vitest'
import en from '../src/messages/en.json?icu=inbox.heading,inbox.note,nav,requests.heading,people.heading,problems.offline,actions.retry'
import et from '../src/messages/et.json?icu=inbox.heading,inbox.note,nav,requests.heading,people.heading,problems.offline,actions.retry'
import fi from '../src/messages/fi.json?icu=inbox.heading,inbox.note,nav,requests.heading,people.heading,problems.offline,actions.retry'
import { drawFailed, drawFirst, isFirst } from '../src/shell/first'
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
    Object.values(PLACES).map(({ name }) => words[name]),
  )
  expect(place.querySelector('.title')?.textContent).toBe(words['inbox.heading'])
  expect(place.textContent).toContain(words['inbox.note'])
  expect(place.querySelector('.active')?.textContent).toBe(words['inbox.heading'])
  expect(place.firstElementChild?.ariaHidden, 'whoever listens waits for the app').toBe('true')
})

it.each([
  ['en', 'The server cannot be reached. Check your connection and try again.', 'Try again'],
  ['et', et['problems.offline'], et['actions.retry']],
  ['fi', fi['problems.offline'], fi['actions.retry']],
] as const)(
  'where the app does not come, the line is named and a way on offered, in %s',
  (language, said, again) => {
    drawFirst(place, '/inbox', language)
    drawFailed(place, language)
    expect(isFirst()).toBe(false)
    expect(place.querySelector('[role=alert]')?.textContent).toBe(said)
    expect(place.querySelector('a')?.textContent).toBe(again)
    expect(place.querySelector('a')?.href).toBe(location.href)
  },
)

it.each(['/', '/sign-in', '/login', '/tasks/tsk_1', '/constructor'])('there is none at %s', (path) => {
  drawFirst(place, path, 'en')
  expect(isFirst()).toBe(false)
  expect(place.childElementCount).toBe(0)
})
