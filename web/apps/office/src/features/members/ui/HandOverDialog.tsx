import type { Member } from '@sild/api'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { showToast } from '../../../ui/Toasts'
import { useHandOver } from '../api/members'
import styles from './Members.module.css'

/** Hands the office to an admin; what changes by it is said before (S64). */
export function HandOverDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const handOver = useHandOver()
  const { name } = member
  return (
    <Dialog
      title={t('staff.handOverTitle', { name })}
      closeLabel={t('actions.close')}
      isOpen
      isAlert
      onClose={onClose}
    >
      <DialogBody>
        <p>{t('staff.handOverText')}</p>
        <ul className={styles.changes}>
          <li>{t('staff.handOverThem', { name })}</li>
          <li>{t('staff.handOverYou')}</li>
          <li>{t('staff.handOverBack')}</li>
        </ul>
        {handOver.error ? <Notice tone="bad">{sentenceOf(handOver.error)}</Notice> : null}
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>{t('actions.cancel')}</Button>
        <Button
          variant="dangerSolid"
          isPending={handOver.isPending}
          onPress={() =>
            handOver.mutate(member.id, {
              onSuccess: () => {
                showToast({ text: t('staff.handedToast', { name }) })
                onClose()
              },
            })
          }
        >
          {t('staff.handOverDo')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
