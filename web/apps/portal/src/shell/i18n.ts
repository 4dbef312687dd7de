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

const chunks: Partial<Record<Language, Chunks>> & { en: Chunks } = {
  en: {
    login: () => import('../messages/en.json?icu=login'),
    app: () => import('../messages/en.json?icu=!login'),
  },
}

/** Loads the messages of one part and makes them current; a language without messages gets English. */
export async function loadMessages(language: Language, part: keyof Chunks, timeZone = 'UTC'): Promise<void> {
  const known = chunks[language]
  const loaded = await (known ?? chunks.en)[part]()
  i18n.start({ language: known ? language : 'en', timeZone, messages: loaded.default })
}
