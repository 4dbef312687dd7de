import type { OfficeFile } from '@sild/api'
import { clsx } from 'clsx'
import { Eye, Lock, Upload as UploadIcon, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Badge } from '../../ui/Badge'
import { Button, IconButton } from '../../ui/Button'
import { Segmented } from '../../ui/Choice'
import { DropArea } from '../../ui/DropArea'
import { FileButton } from '../../ui/FileButton'
import { Card } from '../../ui/Layout'
import { momentWords, sizeWords } from '../dates'
import { formatNumber, t } from '../i18n'
import { DownloadButton, FileSign } from './FileChip'
import styles from './Files.module.css'
import type { Visibility } from './files'
import type { Channel, Subject } from './subject'
import { refusalOf, type Upload, useUploads } from './useUploads'

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
  const { uploads, start, retry, remove } = useUploads(channel)
  const [visibility, setVisibility] = useState<Visibility>('internal')
  const files = [...subject.files].sort((a, b) => a.at.localeCompare(b.at))

  return (
    <Card title={t('files.title')} actions={actions} isFlush>
      {files.length + uploads.length > 0 ? (
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
              <DownloadButton channel={channel} file={file} />
            </li>
          ))}
          {uploads.map((upload) => (
            <UploadRow
              key={upload.id}
              upload={upload}
              onRetry={() => retry(upload)}
              onRemove={() => remove(upload.id)}
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
    </Card>
  )
}

function AudienceBadge({ visibility }: { visibility: Visibility }) {
  return visibility === 'internal' ? (
    <Badge tone="internal" icon={<Lock />}>
      {t('files.internal')}
    </Badge>
  ) : (
    <Badge icon={<Eye />}>{t('files.portal')}</Badge>
  )
}

function UploadRow({
  upload,
  onRetry,
  onRemove,
}: {
  upload: Upload
  onRetry: () => void
  onRemove: () => void
}) {
  const { file, failure, sentBytes } = upload
  const percent = file.size === 0 ? 0 : Math.round((sentBytes / file.size) * 100)
  return (
    <li className={styles.file}>
      <FileSign type={file.type} />
      <span className={styles.fileText}>
        <span className={styles.fileName}>{file.name}</span>
        {failure === null ? (
          <span
            className={styles.bar}
            role="progressbar"
            aria-label={t('files.uploading', { name: file.name })}
            aria-valuenow={percent}
            aria-valuetext={t('files.percent', { percent: formatNumber(percent) })}
          >
            <div style={{ inlineSize: `${percent}%` }} />
          </span>
        ) : (
          <span className={styles.failed} role="alert">
            {failure}
          </span>
        )}
      </span>
      {failure !== null && refusalOf(file) === null ? (
        <Button size="small" onPress={onRetry}>
          {t('actions.retry')}
        </Button>
      ) : null}
      <IconButton
        size="small"
        label={
          failure === null ? t('files.cancel', { name: file.name }) : t('files.dismiss', { name: file.name })
        }
        onPress={onRemove}
      >
        <X size={14} aria-hidden="true" />
      </IconButton>
    </li>
  )
}
