import type { PortalFile } from '@sild/api'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../Icon.tsx'
import { t } from '../i18n.ts'
import { FileChoice } from './FileChoice.tsx'
import { FileRow } from './FileRow.tsx'
import styles from './Files.module.css'
import { Section } from './Section.tsx'
import type { Subject } from './subject.ts'
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
  const { items, uploads, add, announcement } = useUploads(subject)
  const [isOver, setOver] = useState(false)
  useKeepDropsInside()
  return (
    <Section
      title={t('files.title')}
      beside={files.length > 0 ? t('files.count', { n: files.length }) : undefined}
    >
      {files.length > 0 && (
        <ul class={styles.list}>
          {files.map((file) => (
            <li key={file.id}>
              <FileRow file={file} address={() => subject.address(file.id)} isLocked={!mayDownload} />
            </li>
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
            const dropped = Array.from(event.dataTransfer?.files ?? [])
            if (dropped.length > 0) add(dropped)
          }}
        >
          <span class={styles.cloud}>
            <Icon name="cloud" size={28} />
          </span>
          <p class={styles.dropWords}>{t('files.drop')}</p>
          <FileChoice onFiles={add} />
          <p class={styles.limit}>{t('files.limit')}</p>
        </div>
      )}
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
    </Section>
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
