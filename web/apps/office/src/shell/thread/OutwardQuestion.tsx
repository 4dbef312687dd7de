import { Button } from '../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../ui/Dialog'
import { t } from '../i18n'
import styles from './Composer.module.css'

type OutwardQuestionProps = {
  isOpen: boolean
  text: string
  names: string
  onKeep: () => void
  onConfirm: () => void
}

/** Asks before text that was written for the office becomes text for the client. */
export function OutwardQuestion({ isOpen, text, names, onKeep, onConfirm }: OutwardQuestionProps) {
  return (
    <Dialog
      title={t('outward.title')}
      closeLabel={t('actions.close')}
      isOpen={isOpen}
      isAlert
      onClose={onKeep}
    >
      <DialogBody>
        <p>{t('outward.text', { names })}</p>
        {text.trim() === '' ? null : <blockquote className={styles.asked}>{text}</blockquote>}
      </DialogBody>
      <DialogFoot>
        <Button onPress={onConfirm}>{t('outward.confirm')}</Button>
        <Button variant="primary" onPress={onKeep} autoFocus>
          {t('outward.keep')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
