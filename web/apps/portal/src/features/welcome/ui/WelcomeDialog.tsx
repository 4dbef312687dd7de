import { useEffect, useRef, useState } from 'preact/hooks'
import button from '../../../shell/button.module.css'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import { useCurrent } from '../../../shell/session.tsx'
import { useMarkWelcomeSeen } from '../api/welcome.ts'
import { BundledFilm, OwnFilm } from './Film.tsx'
import styles from './WelcomeDialog.module.css'

const titleId = 'welcome-title'

/**
 * The welcome: the office's own film, or the bundled one where there is none or it does not play. Closing and skipping
 * are the same, and remembered on the server.
 */
export function WelcomeDialog({ onClose }: { onClose: () => void }) {
  const { branding, session } = useCurrent()
  const seen = useMarkWelcomeSeen(branding.office_id)
  const dialog = useRef<HTMLDialogElement>(null)
  const [own, setOwn] = useState(session.welcome_video)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const close = (): void => dialog.current?.close()
  const end = (): void => setOver(true)
  const isFirst = !session.contact.welcome_seen
  const leave = (): void => {
    if (isFirst) seen.mutate()
    onClose()
  }
  return (
    <dialog ref={dialog} class={styles.dialog} aria-labelledby={titleId} onClose={leave}>
      <div class={styles.head}>
        {/* biome-ignore lint/a11y/noAutofocus: a dialog has to take the focus, and its title is where reading begins. */}
        <h2 class={styles.title} id={titleId} tabIndex={-1} autoFocus>
          {t('welcome.title', { portal: branding.portal_name })}
        </h2>
        <button class={button.icon} type="button" onClick={close}>
          <Icon name="close" />
          <span class="visually-hidden">{t('welcome.close')}</span>
        </button>
      </div>
      {own === null ? (
        <BundledFilm titleId={titleId} onEnd={end} />
      ) : (
        <OwnFilm source={own} titleId={titleId} onEnd={end} onBroken={() => setOwn(null)} />
      )}
      {isFirst && (
        <div class={styles.foot}>
          <p class={styles.later}>{t('welcome.later')}</p>
          <button class={isOver ? button.main : button.second} type="button" onClick={close}>
            {isOver ? t('welcome.start') : t('welcome.skip')}
          </button>
        </div>
      )}
    </dialog>
  )
}
