import type { Download } from '@sild/api'
import { useMutation } from '@tanstack/react-query'
import { sizeWords, whenWords } from '../dates.ts'
import { Icon } from '../Icon.tsx'
import { t } from '../i18n.ts'
import { useCurrent } from '../session.tsx'
import styles from './FileRow.module.css'

/** What a row says of a file, of whatever it belongs to. */
interface ShownFile {
  name: string
  size_bytes: number
  author: { name: string; is_me: boolean }
  at: string
}

/** A file as a button that downloads it: its name, its size, whose it is and since when. */
export function FileRow({
  file,
  address,
  isLocked = false,
}: {
  file: ShownFile
  /** Asks for its short-lived address. */
  address: () => Promise<Download>
  isLocked?: boolean
}) {
  const { session } = useCurrent()
  const get = useMutation({ mutationFn: async () => save(await address()) })
  return (
    <>
      <button
        class={styles.file}
        type="button"
        disabled={isLocked || get.isPending}
        onClick={() => get.mutate()}
      >
        <span class={styles.kind}>
          <Icon name="file" />
        </span>
        <span class={styles.words}>
          <span class={styles.name}>{file.name}</span>{' '}
          <span class={styles.about}>
            {t('files.about', {
              size: sizeWords(file.size_bytes),
              name: file.author.is_me ? t('files.you') : file.author.name,
              when: whenWords(file.at, session.today),
            })}
          </span>{' '}
        </span>
        {!isLocked && (
          <span class={styles.get}>
            <Icon name="download" />
            <span class="visually-hidden">{t('files.download')}</span>
          </span>
        )}
      </button>
      {get.isError && (
        <p class={styles.error} role="alert">
          {t('files.downloadFailed', { name: file.name })}
        </p>
      )}
    </>
  )
}

/** Opens the file's short-lived address; the store sends it as an attachment, so the page stays. */
function save({ url }: Download): void {
  const link = document.createElement('a')
  link.href = url
  link.click()
}
