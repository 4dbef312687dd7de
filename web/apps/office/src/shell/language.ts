import type { Language } from '@sild/i18n'

/** What the app says, but for the screens that are seldom the first, in each language a chunk of its own. */
export const CATALOGUES = {
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

/** The languages that the app is written in, each a chunk of its own. */
export const LANGUAGES = Object.keys(CATALOGUES) as Language[]

const STORED = 'sild.language'

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
