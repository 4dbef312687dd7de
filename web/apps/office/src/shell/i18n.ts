import { createI18n, type Language } from '@sild/i18n'
import type { Messages } from '../messages/messages.gen'

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

const CATALOGUES = {
  en: () =>
    import(
      '../messages/en.json?icu=!account,audit,colours,media,officeSettings,overview,portal,preview,staff,templates'
    ),
  et: () =>
    import(
      '../messages/et.json?icu=!account,audit,colours,media,officeSettings,overview,portal,preview,staff,templates'
    ),
  fi: () =>
    import(
      '../messages/fi.json?icu=!account,audit,colours,media,officeSettings,overview,portal,preview,staff,templates'
    ),
} satisfies Record<Language, unknown>

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

/** The languages that the app is written in, each a chunk of its own. */
export const LANGUAGES = Object.keys(CATALOGUES) as Language[]

const STORED = 'sild.language'

/** The language and zone in use, so that every navigation may ask again. */
let started = ''
let isWithSeldom = false
const watchers = new Set<() => void>()

/** Loads a language's texts and starts in it; instants are shown in the time zone. */
export async function startLanguage(language: Language, timeZone: string): Promise<void> {
  if (started === language + timeZone) return
  started = language + timeZone
  let messages = (await CATALOGUES[language]()).default
  if (isWithSeldom) messages = { ...messages, ...(await SELDOM[language]()).default }
  i18n.start({ language, timeZone, messages })
  document.documentElement.lang = language
  for (const changed of watchers) changed()
}

/** Loads a screen that is seldom the first together with what it says, now and in any language that starts later. */
export async function withSeldom<T>(screen: Promise<T>): Promise<T> {
  isWithSeldom = true
  let language: Language
  do {
    // Another language may start while the words of this one come.
    language = currentLanguage()
    const { default: messages } = await SELDOM[language]()
    if (language === currentLanguage()) i18n.add(messages)
  } while (language !== currentLanguage())
  return screen
}

/** Calls when another language has started; the returned function ends that. */
export function watchLanguage(changed: () => void): () => void {
  watchers.add(changed)
  return () => watchers.delete(changed)
}

/** Keeps a language for the next time that nobody is signed in here yet. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED, language)
  } catch {
    // Private windows may refuse storage: the browser's own wish then decides again.
  }
}

/** The language that was kept here, or the first that the browser asks for and that the app knows. */
export function guessLanguage(wishes: readonly string[] = navigator.languages): Language {
  for (const wish of [kept(), ...wishes]) {
    const found = readLanguage(wish.slice(0, 2).toLowerCase())
    if (found !== null) return found
  }
  return 'en'
}

function kept(): string {
  try {
    return localStorage.getItem(STORED) ?? ''
  } catch {
    return ''
  }
}

/** A language code that the app knows, or null. */
export function readLanguage(code: string): Language | null {
  return LANGUAGES.find((language) => language === code) ?? null
}

/** The browser's own time zone, as an IANA name. */
export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
