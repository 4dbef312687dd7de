import type { Download, OfficeFile } from '@sild/api'
import { clsx } from 'clsx'
import { Download as DownloadIcon, File as FileIcon, FileImage, FileText, Lock } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { IconButton } from '../../ui/Button'
import { Hidden } from '../../ui/Layout'
import { showToast } from '../../ui/Toasts'
import { sizeWords } from '../dates'
import { t } from '../i18n'
import { sentenceOf } from '../problems'
import styles from './Files.module.css'
import { saveFrom } from './files'
import type { Channel } from './subject'

/** Asks for the short-lived address of a file. */
type Address = () => Promise<Download>

/** A file as a button that downloads it. */
export function FileChip({ channel, file }: { channel: Channel; file: OfficeFile }) {
  const { isBusy, download } = useDownload(() => channel.address(file.id))
  return (
    <AriaButton className={clsx(styles.chip)} isPending={isBusy} onPress={download}>
      <Hidden>{t('files.downloadWord')}</Hidden>
      <FileSign type={file.content_type} />
      <span className={styles.name}>{file.name}</span>
      <span className={styles.size}>{sizeWords(file.size_bytes)}</span>
      {file.visibility === 'internal' ? <Lock size={12} aria-hidden="true" /> : null}
      <DownloadIcon size={13} aria-hidden="true" />
    </AriaButton>
  )
}

/** The download button of a file whose name stands beside it. */
export function DownloadButton({ name, address }: { name: string; address: Address }) {
  const { isBusy, download } = useDownload(address)
  return (
    <IconButton label={t('files.download', { name })} isPending={isBusy} onPress={download}>
      <DownloadIcon size={15} aria-hidden="true" />
    </IconButton>
  )
}

function useDownload(address: Address) {
  const [isBusy, setBusy] = useState(false)
  const download = () => {
    setBusy(true)
    address()
      .then(saveFrom)
      .catch((error: unknown) => showToast({ text: sentenceOf(error), tone: 'bad' }))
      .finally(() => setBusy(false))
  }
  return { isBusy, download }
}

/** The sign of a file's kind. */
export function FileSign({ type }: { type: string }) {
  if (type.startsWith('image/')) return <FileImage size={16} aria-hidden="true" />
  if (type === 'application/pdf' || type.startsWith('text/')) return <FileText size={16} aria-hidden="true" />
  return <FileIcon size={16} aria-hidden="true" />
}
