import { i18n, t } from '../../../shell/i18n.ts'
import type { Video } from '../model/video.ts'
import { panelNames } from './panel-names.ts'
import styles from './WelcomeDialog.module.css'

/** The film with captions, and what it says as a text. */
export function Film({ video, onBroken }: { video: Video; onBroken: () => void }) {
  return (
    <>
      <video
        class={styles.film}
        controls
        playsInline
        preload="metadata"
        src={video.source}
        onError={onBroken}
      >
        <track
          default
          kind="captions"
          srcLang={i18n.language()}
          label={t('welcome.captions')}
          src={video.captions}
        />
      </video>
      <details class={styles.transcript}>
        <summary>{t('welcome.transcript')}</summary>
        {panelNames.map((name) => (
          <p key={name}>
            {t(`welcome.panels.${name}.title`)}. {t(`welcome.panels.${name}.text`)}
          </p>
        ))}
      </details>
    </>
  )
}
