import { i18n, t } from '../../../shell/i18n.ts'
import type { Video } from '../model/video.ts'
import { panelNames } from './panel-names.ts'
import styles from './WelcomeDialog.module.css'

/** A film. The bundled one has captions, and what it says as a text. */
export function Film({ video, onBroken }: { video: Video; onBroken: () => void }) {
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: what an office uploads is one file, and it is told to say all in the picture. */}
      <video
        class={styles.film}
        controls
        playsInline
        preload="metadata"
        src={video.source}
        onError={onBroken}
      >
        {video.captions !== null && (
          <track
            default
            kind="captions"
            srcLang={i18n.language()}
            label={t('welcome.captions')}
            src={video.captions}
          />
        )}
      </video>
      {video.captions !== null && (
        <details class={styles.transcript}>
          <summary>{t('welcome.transcript')}</summary>
          {panelNames.map((name) => (
            <p key={name}>
              {t(`welcome.panels.${name}.title`)}. {t(`welcome.panels.${name}.text`)}
            </p>
          ))}
        </details>
      )}
    </>
  )
}
