import { canSend, UploadCancelled, UploadRefused } from '@sild/upload'
import { useNavigate } from '@tanstack/react-router'
import { Download, FileSpreadsheet } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { csvOf, saveText } from '../../../shell/csv'
import { sizeWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { fieldSentences, sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { DropArea } from '../../../ui/DropArea'
import { FileButton } from '../../../ui/FileButton'
import { Card } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { ProgressBar } from '../../../ui/ProgressBar'
import { useSendImport } from '../api/imports'
import { IMPORT_FIELDS } from '../model/words'
import { ImportPage } from './ImportPage'
import styles from './Imports.module.css'

const CSV_TYPES = ['.csv', '.txt', '.tsv', 'text/csv']

/** The first step of an import: choosing the file, and what a table can hold (S65). */
export function NewImportScreen() {
  return (
    <ImportPage below={<span className={styles.intro}>{t('imports.intro')}</span>}>
      <Card title={t('imports.file')}>
        <ChooseFile />
      </Card>
      <Card
        title={t('imports.columnsTitle')}
        note={t('imports.columnsText')}
        actions={
          <Button
            size="small"
            onPress={() =>
              saveText(
                t('imports.emptyTableName'),
                csvOf([IMPORT_FIELDS.map((field) => t(`imports.field.${field}`))]),
              )
            }
          >
            <Download size={14} aria-hidden="true" />
            {t('imports.emptyTable')}
          </Button>
        }
      >
        <dl className={styles.fields}>
          {IMPORT_FIELDS.map((field) => (
            <div key={field}>
              <dt>{t(`imports.field.${field}`)}</dt>
              <dd>{t(`imports.note.${field}`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </ImportPage>
  )
}

/** Takes a file, sends it, and goes on where it is looked through. */
function ChooseFile() {
  const navigate = useNavigate()
  const send = useSendImport()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [sentBytes, setSentBytes] = useState(0)
  const [file, setFile] = useState<File | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const choose = ([chosen]: File[]) => {
    if (chosen === undefined || send.isPending) return
    const reason = refusalOf(chosen)
    setRefusal(reason)
    send.reset()
    if (reason !== null) return
    setFile(chosen)
    setSentBytes(0)
    stop.current = new AbortController()
    send.mutate(
      { file: chosen, onProgress: setSentBytes, signal: stop.current.signal },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/clients/import/$import', params: { import: id }, replace: true }),
      },
    )
  }

  if (send.isPending && file !== null) {
    const percent = Math.floor((100 * sentBytes) / file.size)
    return (
      <div className={styles.sending}>
        <p className={styles.sendingName}>
          {t('imports.sending', { name: file.name })}
          <span className={styles.quiet}>{t('imports.percent', { percent: String(percent) })}</span>
        </p>
        <ProgressBar label={t('imports.sending', { name: file.name })} percent={percent} />
        <Button size="small" onPress={() => stop.current?.abort()}>
          {t('imports.stop')}
        </Button>
      </div>
    )
  }
  const failure = refusal ?? failureOf(send.error)
  return (
    <>
      <DropArea className={styles.drop ?? ''} onFiles={choose}>
        <FileSpreadsheet size={26} strokeWidth={1.6} aria-hidden="true" className={styles.dropSign} />
        <p className={styles.dropTitle}>{t('imports.drop')}</p>
        <p className={styles.quiet}>{t('imports.dropNote')}</p>
        <FileButton isSingle accept={CSV_TYPES} onFiles={choose}>
          {t('imports.choose')}
        </FileButton>
      </DropArea>
      {failure === null ? null : (
        <div className={styles.failure}>
          <Notice tone="bad">{failure}</Notice>
        </div>
      )}
    </>
  )
}

function refusalOf(file: File): string | null {
  const { name } = file
  if (/\.(xlsx?|ods|numbers)$/i.test(name)) return t('imports.spreadsheet', { name })
  const refusal = canSend(file)
  if (refusal === 'empty') return t('files.empty', { name })
  if (refusal === 'too_large') return t('files.tooLarge', { name, size: sizeWords(file.size) })
  return null
}

function failureOf(error: Error | null): string | null {
  if (error === null || error instanceof UploadCancelled) return null
  if (error instanceof UploadRefused) return t('files.refused')
  return Object.values(fieldSentences(error))[0] ?? sentenceOf(error)
}
