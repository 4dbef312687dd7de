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

/** Loads a language's texts and starts in it; instants are shown in the time zone. */
export async function startLanguage(language: Language, timeZone: string): Promise<void> {
  const messages = (await LOADERS[language]()).default
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

/** Estonian and Finnish offices read English until their catalogues are part of the app. */
const LOADERS = { en: english, et: english, fi: english } satisfies Record<Language, typeof english>
