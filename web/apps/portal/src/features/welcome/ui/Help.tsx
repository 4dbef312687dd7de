import { useState } from 'preact/hooks'
import button from '../../../shell/button.module.css'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import { Page } from '../../../shell/Page.tsx'
import { useCurrent } from '../../../shell/session.tsx'
import styles from './Help.module.css'
import { WelcomeDialog } from './WelcomeDialog.tsx'

const topics = ['signIn', 'files', 'done', 'people'] as const

/** Answers to what people ask first, and the welcome once more. */
export function Help() {
  const { branding } = useCurrent()
  const [isWatching, setWatching] = useState(false)
  return (
    <Page title={t('help.title')}>
      <div class={styles.welcome}>
        <div>
          <h2 class={styles.heading}>{t('help.welcomeTitle')}</h2>
          <p class={styles.muted}>{t('help.welcome')}</p>
        </div>
        <button class={button.main} type="button" onClick={() => setWatching(true)}>
          <Icon name="spark" />
          {t('help.watch')}
        </button>
      </div>
      <dl class={styles.topics}>
        {topics.map((topic) => (
          <div key={topic}>
            <dt class={styles.heading}>{t(`help.topics.${topic}.title`)}</dt>
            <dd class={styles.muted}>{t(`help.topics.${topic}.text`, { office: branding.office_name })}</dd>
          </div>
        ))}
      </dl>
      {isWatching && <WelcomeDialog onClose={() => setWatching(false)} />}
    </Page>
  )
}
