import type { OfficeFile } from '@sild/api'
import { clsx } from 'clsx'
import { Eye, Lock, Upload as UploadIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Segmented } from '../../ui/Choice'
import { DropArea } from '../../ui/DropArea'
import { FileButton } from '../../ui/FileButton'
import { Card, Hidden } from '../../ui/Layout'
import { momentWords, sizeWords } from '../dates'
import { t } from '../i18n'
import { AudienceBadge } from './AudienceBadge'
import { DownloadButton, FileSign } from './FileChip'
import styles from './Files.module.css'
import type { Visibility } from './files'
import type { Channel, Subject } from './subject'
import { UploadRow, UploadTotal } from './UploadRow'
import { useUploads } from './uploads'

type FilesCardProps = {
  subject: Subject
  channel: Channel
  /** Nothing can be added any more. */
  isFrozen?: boolean
  /** What else can be done with the files. */
  actions?: ReactNode
  /** What else is known of a file. */
  noteOf?: (file: OfficeFile) => ReactNode
}

/** The files of a task or request and of its messages; new ones are for the office alone or for the client too, as chosen before. */
export function FilesCard({ subject, channel, isFrozen = false, actions, noteOf }: FilesCardProps) {
  const { items, uploads, start, announcement } = useUploads(subject.id, channel)
  const [visibility, setVisibility] = useState<Visibility>('internal')
  const files = [...subject.files].sort((a, b) => a.at.localeCompare(b.at))

  return (
    <Card title={t('files.title')} actions={actions} isFlush>
      <UploadTotal uploads={items} />
      {files.length + items.length > 0 ? (
        <ul className={styles.list} aria-label={t('files.title')}>
          {files.map((file) => (
            <li key={file.id} className={styles.file}>
              <FileSign type={file.content_type} />
              <span className={styles.fileText}>
                <span className={styles.fileName}>{file.name}</span>
                <span className={styles.meta}>
                  {t('files.meta', {
                    size: sizeWords(file.size_bytes),
                    name: file.author.name,
                    at: momentWords(file.at),
                  })}
                </span>
                {noteOf?.(file)}
              </span>
              <AudienceBadge visibility={file.visibility} />
              <DownloadButton name={file.name} address={() => channel.address(file.id)} />
            </li>
          ))}
          {items.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              onRetry={() => uploads.retry(upload.key)}
              onRemove={() => uploads.remove(upload.key)}
            />
          ))}
        </ul>
      ) : null}
      {isFrozen ? null : (
        <DropArea className={clsx(styles.drop)} onFiles={(dropped) => start(dropped, visibility)}>
          <Segmented
            label={t('files.whoSees')}
            value={visibility}
            onChange={setVisibility}
            options={[
              {
                value: 'internal',
                label: (
                  <>
                    <Lock size={13} aria-hidden="true" />
                    {t('files.internal')}
                  </>
                ),
              },
              {
                value: 'portal',
                label: (
                  <>
                    <Eye size={13} aria-hidden="true" />
                    {t('files.portal')}
                  </>
                ),
              },
            ]}
          />
          <span className={styles.dropText}>
            {visibility === 'internal'
              ? t('files.hintInternal')
              : t('files.hintPortal', { client: subject.client.name })}
          </span>
          <FileButton onFiles={(chosen) => start(chosen, visibility)}>
            <UploadIcon size={15} aria-hidden="true" />
            {t('files.choose')}
          </FileButton>
        </DropArea>
      )}
      <Hidden>
        <span role="status">{announcement}</span>
      </Hidden>
    </Card>
  )
}
