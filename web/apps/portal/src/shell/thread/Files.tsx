import type { PortalFile } from '@sild/api'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'preact/hooks'
import button from '../button.module.css'
import { sizeWords, whenWords } from '../dates.ts'
import { Icon } from '../Icon.tsx'
import { t } from '../i18n.ts'
import { useCurrent } from '../session.tsx'
import styles from './Files.module.css'
import { Section } from './Section.tsx'
import type { Subject } from './subject.ts'
import { download } from './transfer.ts'
import { UploadList } from './UploadList.tsx'
import { useUploads } from './use-uploads.ts'

/** The files of a task or request, and the way to send more: drop on a desktop, two buttons on a phone. */
export function Files({
  subject,
  files,
  isLocked,
  mayDownload = !isLocked,
}: {
  subject: Subject
  files: PortalFile[]
  isLocked: boolean
  /** What is frozen can still be read; what was taken back cannot. */
  mayDownload?: boolean
}) {
  const { items, uploads, announcement } = useUploads(subject)
  const [isOver, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  useKeepDropsInside()

  const take = (list: FileList | null | undefined): void => {
    if (list && list.length > 0) uploads.add(Array.from(list))
  }
  const chosen = (event: { currentTarget: HTMLInputElement }): void => {
    take(event.currentTarget.files)
    // The same file can be chosen again after an error.
    event.currentTarget.value = ''
  }
  return (
    <Section
      title={t('files.title')}
      beside={files.length > 0 ? t('files.count', { n: files.length }) : undefined}
    >
      {files.length > 0 && (
        <ul class={styles.list}>
          {files.map((file) => (
            <FileRow key={file.id} subject={subject} file={file} isLocked={!mayDownload} />
          ))}
        </ul>
      )}
      {items.length > 0 && <UploadList items={items} uploads={uploads} />}
      {!isLocked && (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the buttons inside do the same.
        <div
          class={`${styles.drop} ${isOver ? styles.over : ''}`}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={(event) => {
            if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) {
              setOver(false)
            }
          }}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            take(event.dataTransfer?.files)
          }}
        >
          <span class={styles.cloud}>
            <Icon name="cloud" size={28} />
          </span>
          <p class={styles.dropWords}>{t('files.drop')}</p>
          <div class={styles.buttons}>
            <button
              class={`${button.second} ${styles.camera}`}
              type="button"
              onClick={() => camera.current?.click()}
            >
              <Icon name="camera" />
              {t('files.photo')}
            </button>
            <button class={button.second} type="button" onClick={() => chooser.current?.click()}>
              <Icon name="clip" />
              {t('files.choose')}
            </button>
          </div>
          <p class={styles.limit}>{t('files.limit')}</p>
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
      )}
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
    </Section>
  )
}

function FileRow({ subject, file, isLocked }: { subject: Subject; file: PortalFile; isLocked: boolean }) {
  const { session } = useCurrent()
  const get = useMutation({ mutationFn: () => download(subject, file.id) })
  return (
    <li>
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
    </li>
  )
}

/** A file dropped beside the place for it must not make the browser leave the page. */
function useKeepDropsInside(): void {
  useEffect(() => {
    const keep = (event: DragEvent): void => event.preventDefault()
    addEventListener('dragover', keep)
    addEventListener('drop', keep)
    return () => {
      removeEventListener('dragover', keep)
      removeEventListener('drop', keep)
    }
  }, [])
}
