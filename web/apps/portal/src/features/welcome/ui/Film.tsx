import { useState } from 'preact/hooks'
import { i18n, t } from '../../../shell/i18n.ts'
import { bundledFilms, slideNames } from '../model/film.ts'
import styles from './Film.module.css'

/** The film that the office uploaded. It may have sound, so it begins when somebody wants it to. */
export function OwnFilm({
  source,
  titleId,
  onEnd,
  onBroken,
}: {
  source: string
  /** The id of what names the film. */
  titleId: string
  onEnd: () => void
  onBroken: () => void
}) {
  return (
    // biome-ignore lint/a11y/useMediaCaption: what an office uploads is one file, and it is told to say all in the picture.
    <video
      class={styles.film}
      aria-labelledby={titleId}
      controls
      playsInline
      preload="metadata"
      src={source}
      onEnded={onEnd}
      onError={onBroken}
    />
  )
}

/**
 * The bundled film in the reader's language, with captions, and what it says as text. It has no sound and begins by
 * itself, unless the reader asked for less motion. Where it does not play, its first slide and the text stay.
 */
export function BundledFilm({ titleId, onEnd }: { titleId: string; onEnd: () => void }) {
  const [isBroken, setBroken] = useState(false)
  const language = i18n.language()
  const { video, captions, poster } = bundledFilms[language]
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  return (
    <>
      {isBroken ? (
        <img
          class={styles.film}
          src={poster}
          alt=""
          onError={({ currentTarget }) => {
            currentTarget.hidden = true
          }}
        />
      ) : (
        <video
          class={styles.film}
          aria-labelledby={titleId}
          controls
          playsInline
          muted
          autoPlay={!isStill}
          preload="metadata"
          poster={poster}
          src={video}
          onEnded={onEnd}
          onError={() => {
            setBroken(true)
            onEnd()
          }}
        >
          <track default kind="captions" srcLang={language} label={t('welcome.captions')} src={captions} />
        </video>
      )}
      <details class={styles.transcript} open={isBroken}>
        <summary>{t('welcome.transcript')}</summary>
        {slideNames.map((name) => (
          <p key={name}>{t(`welcome.slides.${name}`)}</p>
        ))}
      </details>
    </>
  )
}
