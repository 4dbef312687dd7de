import { isUnderWay, totalPercent } from '@sild/upload'
import { CircleCheck, X } from 'lucide-react'
import { useRef } from 'react'
import { Button, IconButton } from '../../ui/Button'
import { sizeWords } from '../dates'
import { formatNumber, t } from '../i18n'
import { FileSign } from './FileChip'
import styles from './Files.module.css'
import { troubleOf, type Upload } from './uploads'

type UploadRowProps = {
  upload: Upload
  /** What else is to be said of it. */
  note?: string | null
  /** Tries it again; null where that cannot be done now. */
  onRetry: (() => void) | null
  onRemove: () => void
}

/** A chosen file: it waits, is on its way with its progress, is there, or did not make it and why. */
export function UploadRow({ upload, note = null, onRetry, onRemove }: UploadRowProps) {
  const { file, state } = upload
  const row = useRef<HTMLLIElement>(null)
  const x = useRef<HTMLButtonElement>(null)
  const trouble = troubleOf(upload)
  return (
    <li ref={row} className={styles.file}>
      <FileSign type={file.type} />
      <span className={styles.fileText}>
        <span className={styles.fileName}>{file.name}</span>
        {state === 'sending' || state === 'fitting' ? <Progress upload={upload} /> : null}
        {state === 'ready' ? <span className={styles.meta}>{readyWords(upload)}</span> : null}
        {state === 'sent' ? (
          <span className={styles.meta}>
            <CircleCheck size={12} aria-hidden="true" /> {t('files.there')}
          </span>
        ) : null}
        {trouble === null ? null : (
          <span className={state === 'sent_as_heic' ? styles.meta : styles.failed} role="alert">
            {trouble}
          </span>
        )}
        {note === null ? null : <span className={styles.meta}>{note}</span>}
      </span>
      {state === 'failed' && onRetry !== null ? (
        <Button
          size="small"
          onPress={() => {
            // The button goes away, the other one stays.
            x.current?.focus()
            onRetry()
          }}
        >
          {t('actions.retry')}
        </Button>
      ) : null}
      <IconButton
        ref={x}
        size="small"
        label={removeWords(upload)}
        onPress={() => {
          const neighbour = row.current?.nextElementSibling ?? row.current?.previousElementSibling
          neighbour?.querySelector<HTMLElement>('button:last-of-type')?.focus()
          onRemove()
        }}
      >
        <X size={14} aria-hidden="true" />
      </IconButton>
    </li>
  )
}

/** How far all that is on its way is together. */
export function UploadTotal({ uploads }: { uploads: readonly Upload[] }) {
  const moving = uploads.filter(isUnderWay)
  if (moving.length < 2) return null
  return (
    <p className={styles.total}>
      {t('files.total', { n: moving.length, percent: formatNumber(totalPercent(uploads)) })}
    </p>
  )
}

function Progress({ upload: { file, state, sentBytes, isOffline } }: { upload: Upload }) {
  const percent = state === 'fitting' ? 0 : Math.floor((sentBytes / file.size) * 100)
  const percentWords = t('files.percent', { percent: formatNumber(percent) })
  const words = () => {
    if (state === 'fitting') return t('files.fitting')
    if (isOffline) return t('files.offline')
    return percent === 100 ? t('files.finishing') : percentWords
  }
  return (
    <>
      <span
        className={styles.bar}
        role="progressbar"
        aria-label={t('files.uploading', { name: file.name })}
        aria-valuenow={percent}
        aria-valuetext={percentWords}
      >
        <div style={{ inlineSize: `${percent}%` }} />
      </span>
      <span className={styles.meta}>{words()}</span>
    </>
  )
}

function readyWords({ file, change }: Upload): string {
  const size = sizeWords(file.size)
  return change === 'smaller' ? t('files.madeSmaller', { size }) : size
}

function removeWords({ file: { name }, state }: Upload): string {
  if (state === 'sending' || state === 'fitting') return t('files.cancel', { name })
  return state === 'ready' ? t('composer.removeFile', { name }) : t('files.dismiss', { name })
}
