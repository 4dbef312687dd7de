import { currentLanguage, keepLanguage, LANGUAGES, t } from '../../../shell/i18n'
import styles from './LanguageChoice.module.css'

/** The languages, for who is not signed in. The page starts anew in the chosen one, at the same address. */
export function LanguageChoice({ restart = () => location.reload() }: { restart?: () => void }) {
  return (
    <nav className={styles.choice} aria-label={t('auth.language')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-current={language === currentLanguage() ? 'true' : undefined}
          onClick={() => {
            keepLanguage(language)
            restart()
          }}
        >
          {t(`languages.${language}`)}
        </button>
      ))}
    </nav>
  )
}
