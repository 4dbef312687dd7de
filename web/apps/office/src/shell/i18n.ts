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

/** The languages whose texts are complete. */
const LANGUAGES: readonly Language[] = ['en', 'et', 'fi']

/** The language and zone in use, so that every navigation may ask again. */
let started = ''

/** Loads a language's texts and starts in it, or in English where there are none yet; instants are shown in the time zone. */
export async function startLanguage(wished: Language, timeZone: string): Promise<void> {
  const language = CATALOGUES[wished] ? wished : 'en'
  if (started === language + timeZone) return
  started = language + timeZone
  const messages = (await (CATALOGUES[language] ?? english)()).default
  i18n.start({ language, timeZone, messages })
  document.documentElement.lang = language
}

/** The first language that the person's browser asks for and that the app knows. */
export function guessLanguage(wishes: readonly string[] = navigator.languages): Language {
  for (const wish of wishes) {
    const found = readLanguage(wish.slice(0, 2).toLowerCase())
    if (found !== null) return found
  }
  return 'en'
}

/** A language code that the app knows, or null. */
export function readLanguage(code: string): Language | null {
  return LANGUAGES.find((language) => language === code) ?? null
}

/** The browser's own time zone, as an IANA name. */
export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

const english = () => import('../messages/en.json?icu')

/** The languages that the app is written in, each a chunk of its own. */
const CATALOGUES: Partial<Record<Language, typeof english>> = { en: english }
