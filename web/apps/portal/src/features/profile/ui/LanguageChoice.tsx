import type { PortalProfile } from '@sild/api'
import { languageNames, t } from '../../../shell/i18n.ts'
import { Overtaken } from '../model/overtaken.ts'
import { failureSentence } from '../model/sentences.ts'
import styles from './Profile.module.css'
import { Saved } from './Saved.tsx'
import { useSave } from './use-save.ts'

const languages = Object.keys(languageNames) as PortalProfile['language'][]

/** The language of the portal, which changes at once, and of mails. */
export function LanguageChoice({ profile }: { profile: PortalProfile }) {
  const save = useSave<PortalProfile['language']>({
    profile,
    part: ({ language }) => language,
    bodyOf: (language) => ({ language }),
  })
  const chosen = save.isPending ? save.variables.to : profile.language
  return (
    <fieldset class={styles.part} aria-describedby="profile-language-hint">
      <div class={styles.top}>
        <legend class={styles.label}>{t('profile.language')}</legend>
        <Saved state={save.isPending ? 'saving' : save.isSuccess ? 'saved' : null} />
      </div>
      <div class={styles.languages}>
        {languages.map((language) => (
          <label key={language} class={styles.language}>
            <input
              class={styles.radio}
              type="radio"
              name="language"
              value={language}
              checked={language === chosen}
              onChange={() => save.mutate({ from: profile.language, to: language })}
            />
            <span lang={language}>{languageNames[language]}</span>
          </label>
        ))}
      </div>
      {save.isError && (
        <p class={styles.error} role="alert">
          {save.error instanceof Overtaken
            ? t('profile.languageTheirs', { language: languageNames[profile.language] })
            : failureSentence(save.error)}
        </p>
      )}
      <p class={styles.hint} id="profile-language-hint">
        {t('profile.languageHint')}
      </p>
    </fieldset>
  )
}
