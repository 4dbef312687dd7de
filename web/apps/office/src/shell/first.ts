import type { Catalogue, Language } from '@sild/i18n'
import en from '../messages/en.json?icu=inbox.heading,inbox.note,nav,requests.heading,people.heading,problems.offline,actions.retry'
import et from '../messages/et.json?icu=inbox.heading,inbox.note,nav,requests.heading,people.heading,problems.offline,actions.retry'
import fi from '../messages/fi.json?icu=inbox.heading,inbox.note,nav,requests.heading,people.heading,problems.offline,actions.retry'
import layout from '../ui/Layout.module.css'
import frame from './Frame.module.css'
import { isPlace, PLACES } from './places'

const WORDS: Record<Language, Catalogue> = { en, et, fi }
const ID = 'first'

const wordsIn = (language: Language) => (key: string) => String(WORDS[language][key])

/**
 * Draws the frame with the names of the lists, and the head of the one that was asked for, where the app draws the same a
 * second later on a slow line. It can be looked at and nothing else; whoever listens to the page waits for the app.
 */
export function drawFirst(place: HTMLElement, path: string, language: Language): void {
  if (!isPlace(path)) return
  const words = wordsIn(language)
  const entries = Object.entries(PLACES).map(([to, { name }]) =>
    part('li', '', [
      part('span', to === path ? `${frame.link} ${frame.active}` : frame.link, [
        part('span', frame.blank),
        part('span', '', [words(name)]),
      ]),
    ]),
  )
  const below = path === '/inbox' ? [part('div', layout.below, [words('inbox.note')])] : []
  const head = part('div', layout.headTexts, [
    part('div', layout.title, [words(PLACES[path].name)]),
    ...below,
  ])
  const drawn = part('div', frame.frame, [
    part('div', frame.side, [
      part('div', frame.top, [part('span', frame.mark)]),
      part('div', frame.find),
      part('div', frame.nav, [part('ul', frame.entries, entries)]),
      part('div', frame.member),
    ]),
    part('div', frame.body, [
      part('div', frame.main, [
        part('div', `${layout.page} ${layout[PLACES[path].width]}`, [part('div', layout.head, [head])]),
      ]),
    ]),
  ])
  drawn.id = ID
  drawn.ariaHidden = 'true'
  document.documentElement.lang = language
  place.replaceChildren(drawn)
}

/** Says, where nothing could be drawn because the app or its words did not come, that the line is at fault, and how to go on. */
export function drawFailed(place: HTMLElement, language: Language): void {
  const words = wordsIn(language)
  const again = Object.assign(part('a', frame.again, [words('actions.retry')]), { href: location.href })
  const sentence = part('p', '', [words('problems.offline')])
  sentence.role = 'alert'
  document.documentElement.lang = language
  const mark = part('span', frame.mark, ['S'])
  mark.ariaHidden = 'true'
  place.replaceChildren(part('main', frame.alone, [mark, sentence, again]))
}

/** Whether what stands there is still the first picture. */
export const isFirst = (): boolean => document.getElementById(ID) !== null

function part(tag: string, className: string | undefined, children: (Node | string)[] = []): HTMLElement {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...children)
  return element
}
