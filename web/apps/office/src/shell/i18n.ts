import { createI18n, type Language } from '@sild/i18n'
import type { Messages } from '../messages/messages.gen'
import { CATALOGUES } from './language'

export { guessLanguage, keepLanguage, LANGUAGES, readLanguage } from './language'

const i18n = createI18n<Messages>()

/** The text of a message in the language in use. */
export const t = i18n.t
/** A date: `31 Mar 2026`. */
export const formatDate = i18n.date
/** A time of day in the office's zone: `10:05`. */
export const formatTime = i18n.time
/** A number with the language's separators. */
export const formatNumber = i18n.number
/** Words joined as a sentence would. */
export const formatList = i18n.list
/** The language in use. */
export const currentLanguage = i18n.language
/** The locale that dates, numbers and react-aria use. */
export const LOCALES = { en: 'en-GB', et: 'et-EE', fi: 'fi-FI' } as const satisfies Record<Language, string>

/** What only the screens say that are seldom the first: the settings and the overview. */
const SELDOM = {
  en: () =>
    import(
      '../messages/en.json?icu=account,audit,colours,media,officeSettings,overview,portal,preview,staff,templates'
    ),
  et: () =>
    import(
      '../messages/et.json?icu=account,audit,colours,media,officeSettings,overview,portal,preview,staff,templates'
    ),
  fi: () =>
    import(
      '../messages/fi.json?icu=account,audit,colours,media,officeSettings,overview,portal,preview,staff,templates'
    ),
} satisfies Record<Language, unknown>

/** The language and zone in use or on their way, and when they are there. */
let chosen = { language: 'en' as Language, timeZone: '', started: Promise.resolve() }
let isWithSeldom = false
const watchers = new Set<() => void>()

/** Loads a language's texts and starts in it; instants are shown in the time zone. Every navigation may ask again. */
export function startLanguage(language: Language, timeZone: string): Promise<void> {
  if (chosen.language !== language || chosen.timeZone !== timeZone)
    chosen = { language, timeZone, started: start(language, timeZone) }
  return chosen.started
}

async function start(language: Language, timeZone: string): Promise<void> {
  try {
    let messages = (await CATALOGUES[language]()).default
    if (isWithSeldom) messages = { ...messages, ...(await SELDOM[language]()).default }
    i18n.start({ language, timeZone, messages })
  } catch (error) {
    // The next who asks tries again.
    if (chosen.language === language) chosen.timeZone = ''
    throw error
  }
  document.documentElement.lang = language
  for (const changed of watchers) changed()
}

/** Loads a screen that is seldom the first together with what it says, now and in any language that starts later. */
export async function withSeldom<T>(screen: Promise<T>): Promise<T> {
  isWithSeldom = true
  let language: Language
  do {
    // Another language may be chosen while the words of this one come.
    language = chosen.language
    const [{ default: messages }] = await Promise.all([SELDOM[language](), chosen.started])
    if (language === chosen.language) i18n.add(messages)
  } while (language !== chosen.language)
  return screen
}

/** Calls when another language has started; the returned function ends that. */
export function watchLanguage(changed: () => void): () => void {
  watchers.add(changed)
  return () => watchers.delete(changed)
}

/** The browser's own time zone, as an IANA name. */
export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
