import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import button from '../button.module.css'
import { Icon } from '../Icon.tsx'
import { t } from '../i18n.ts'
import styles from './FileChoice.module.css'

/** The two ways to choose files: the camera, where there is a finger, and whatever the device keeps. */
export function FileChoice({ onFiles }: { onFiles: (files: File[]) => void }) {
  const chooser = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const open = (input: RefObject<HTMLInputElement | null>) => (): void => input.current?.click()
  const chosen = ({ currentTarget: input }: { currentTarget: HTMLInputElement }): void => {
    const files = Array.from(input.files ?? [])
    // The same file can be chosen again after an error.
    input.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <div class={styles.buttons}>
      <button class={`${button.second} ${styles.camera}`} type="button" onClick={open(camera)}>
        <Icon name="camera" />
        {t('files.photo')}
      </button>
      <button class={button.second} type="button" onClick={open(chooser)}>
        <Icon name="clip" />
        {t('files.choose')}
      </button>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        data-testid="take-photo"
        aria-label={t('files.photo')}
        onChange={chosen}
      />
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        data-testid="choose-files"
        aria-label={t('files.choose')}
        onChange={chosen}
      />
    </div>
  )
}
