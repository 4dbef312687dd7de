import type { Task } from '@sild/api'
import { useState } from 'react'
import { isProblem } from '../../../shell/api'
import { sizeWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { fieldSentences, sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { Checkbox } from '../../../ui/Choice'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { showToast } from '../../../ui/Toasts'
import { useDigitise } from '../api/digitisation'
import { isSent, ORDER_MAX, unsentOf } from '../model/digitising'
import { DigitisationNote } from './DigitisationNote'
import styles from './Digitise.module.css'

type DigitiseDialogProps = { task: Task; address: string; onClose: () => void }

/** Which files are mailed to the client's digitisation address; sending one again asks first (S61). */
export function DigitiseDialog({ task, address, onClose }: DigitiseDialogProps) {
  const files = [...task.files].sort((a, b) => a.at.localeCompare(b.at))
  const digitise = useDigitise(task.id)
  const [chosen, setChosen] = useState(() => new Set(unsentOf(files)))
  const [isAsking, setAsking] = useState(false)
  const again = files.filter((file) => chosen.has(file.id) && isSent(file))
  const isTooMany = chosen.size > ORDER_MAX

  const send = (resend: boolean) =>
    digitise.mutate(
      { file_ids: [...chosen], resend },
      {
        onSuccess: (queued) => {
          onClose()
          showToast({ text: t('digitise.queuedToast', { count: queued.files.length, address }) })
        },
        // Somebody else was faster: what was sent meanwhile is known now, and the question has its answer.
        onError: (error) => setAsking(isProblem(error, 'already_digitised')),
      },
    )
  const choose = (file: string, isChosen: boolean) => {
    setAsking(false)
    const next = new Set(chosen)
    if (isChosen) next.add(file)
    else next.delete(file)
    setChosen(next)
  }

  return (
    <Dialog title={t('digitise.title')} closeLabel={t('actions.close')} isOpen onClose={onClose}>
      <DialogBody>
        <p>{t('digitise.text', { address })}</p>
        <ul className={styles.files} aria-label={t('files.title')}>
          {files.map((file) => (
            <li key={file.id}>
              <Checkbox
                isSelected={chosen.has(file.id)}
                onChange={(isChosen) => choose(file.id, isChosen)}
                note={
                  <>
                    {file.visibility === 'internal'
                      ? t('digitise.internalFile', { size: sizeWords(file.size_bytes) })
                      : sizeWords(file.size_bytes)}
                    <DigitisationNote file={file} />
                  </>
                }
              >
                <span className={styles.name}>{file.name}</span>
              </Checkbox>
            </li>
          ))}
        </ul>
        {isTooMany ? <Notice tone="warn">{t('digitise.tooMany', { count: ORDER_MAX })}</Notice> : null}
        {isAsking && again.length > 0 ? (
          <Notice tone="warn" title={t('digitise.againTitle', { count: again.length })}>
            {t('digitise.againText')}
          </Notice>
        ) : null}
        {digitise.error && !isProblem(digitise.error, 'already_digitised') ? (
          <Notice tone="bad">{fieldSentences(digitise.error).file_ids ?? sentenceOf(digitise.error)}</Notice>
        ) : null}
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>{t('actions.cancel')}</Button>
        <Button
          variant="primary"
          isPending={digitise.isPending}
          isDisabled={chosen.size === 0 || isTooMany}
          onPress={() => {
            if (again.length > 0 && !isAsking) setAsking(true)
            else send(again.length > 0)
          }}
        >
          {isAsking && again.length > 0
            ? t('digitise.sendAgain', { count: chosen.size })
            : t('digitise.send', { count: chosen.size })}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
