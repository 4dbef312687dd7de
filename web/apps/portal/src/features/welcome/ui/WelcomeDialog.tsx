import { useEffect, useRef, useState } from 'preact/hooks'
import button from '../../../shell/button.module.css'
import { Icon } from '../../../shell/Icon.tsx'
import { i18n, t } from '../../../shell/i18n.ts'
import { useCurrent } from '../../../shell/session.tsx'
import { useMarkWelcomeSeen } from '../api/welcome.ts'
import { welcomeFilms, welcomeVideo } from '../model/video.ts'
import { Film } from './Film.tsx'
import { Panels } from './Panels.tsx'
import styles from './WelcomeDialog.module.css'

/**
 * The welcome: the office's own film or the bundled one, or three pictures when there is no film or it does not play. Closing and
 * skipping are the same, and remembered on the server.
 */
export function WelcomeDialog({ onClose }: { onClose: () => void }) {
  const { branding, session } = useCurrent()
  const seen = useMarkWelcomeSeen(branding.office_id)
  const dialog = useRef<HTMLDialogElement>(null)
  const [films, setFilms] = useState(() => welcomeFilms(session.welcome_video, welcomeVideo(i18n.language())))
  const [video] = films
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const leave = (): void => {
    if (!session.contact.welcome_seen) seen.mutate()
    onClose()
  }
  return (
    <dialog ref={dialog} class={styles.dialog} aria-labelledby="welcome-title" onClose={leave}>
      <div class={styles.head}>
        {/* biome-ignore lint/a11y/noAutofocus: a dialog has to take the focus, and its title is where reading begins. */}
        <h2 class={styles.title} id="welcome-title" tabIndex={-1} autoFocus>
          {t('welcome.title', { portal: branding.portal_name })}
        </h2>
        <button class={button.icon} type="button" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
          <span class="visually-hidden">{t('welcome.close')}</span>
        </button>
      </div>
      {video ? (
        <Film key={video.source} video={video} onBroken={() => setFilms(films.slice(1))} />
      ) : (
        <Panels onEnd={() => dialog.current?.close()} />
      )}
      {video && (
        <div class={styles.foot}>
          <p class={styles.later}>{t('welcome.later')}</p>
          <button class={button.second} type="button" onClick={() => dialog.current?.close()}>
            {t('welcome.skip')}
          </button>
        </div>
      )}
    </dialog>
  )
}
