import { useState } from 'react'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Card } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { useDeactivatePortal } from '../api/portal'

/** Switching the portal off: what it does is said twice, before and in the question. */
export function DeactivateCard() {
  const [isAsking, setAsking] = useState(false)
  const deactivate = useDeactivatePortal()
  return (
    <>
      <Card
        title={t('portal.deactivateHeading')}
        note={t('portal.deactivateNote')}
        actions={
          <Button variant="danger" onPress={() => setAsking(true)}>
            {t('portal.deactivate')}
          </Button>
        }
      />
      <Dialog
        title={t('portal.deactivateTitle')}
        closeLabel={t('actions.close')}
        isOpen={isAsking}
        isAlert
        onClose={() => setAsking(false)}
      >
        <DialogBody>
          <p>{t('portal.deactivateText')}</p>
          {deactivate.error ? <Notice tone="bad">{sentenceOf(deactivate.error)}</Notice> : null}
        </DialogBody>
        <DialogFoot>
          <Button onPress={() => setAsking(false)}>{t('portal.keepActive')}</Button>
          <Button variant="dangerSolid" isPending={deactivate.isPending} onPress={() => deactivate.mutate()}>
            {t('portal.deactivate')}
          </Button>
        </DialogFoot>
      </Dialog>
    </>
  )
}
