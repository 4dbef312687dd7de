import { type ReactNode, useSyncExternalStore } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { currentLanguage, LOCALES, watchLanguage } from './i18n'

/** Lets react-aria's own words, dates and numbers follow the language in use. */
export function Locale({ children }: { children: ReactNode }) {
  const language = useSyncExternalStore(watchLanguage, currentLanguage)
  return <I18nProvider locale={LOCALES[language]}>{children}</I18nProvider>
}
