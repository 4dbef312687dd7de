import { type Catalogue, createI18n, type Language } from '@sild/i18n'
import type { Messages } from '../messages/messages.gen.ts'

/** The messages of the portal. */
export const i18n = createI18n<Messages>()

/** The text of a message. */
export const t = i18n.t

interface Chunks {
  /** What the login screens say. */
  login: () => Promise<{ default: Catalogue }>
  /** What everything else says. */
  app: () => Promise<{ default: Catalogue }>
}

/** The languages that the portal is written in, as their readers call them. */
export const languageNames: Record<Language, string> = { en: 'English', et: 'Eesti', fi: 'Suomi' }

const chunks: Record<Language, Chunks> = {
  en: {
    login: () => import('../messages/en.json?icu=login'),
    app: () => import('../messages/en.json?icu=!login,preview'),
  },
  et: {
    login: () => import('../messages/et.json?icu=login'),
    app: () => import('../messages/et.json?icu=!login,preview'),
  },
  fi: {
    login: () => import('../messages/fi.json?icu=login'),
    app: () => import('../messages/fi.json?icu=!login,preview'),
  },
}

/** Loads the messages of one part in a language and makes them current. */
export async function loadMessages(language: Language, part: keyof Chunks, timeZone = 'UTC'): Promise<void> {
  const loaded = await chunks[language][part]()
  i18n.start({ language, timeZone, messages: loaded.default })
  document.documentElement.lang = language
}
