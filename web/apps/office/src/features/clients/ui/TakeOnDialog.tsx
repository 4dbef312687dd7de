import type { OfficeClient } from '@sild/api'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { useSession } from '../../../shell/session'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { showToast } from '../../../ui/Toasts'
import { useUpdateClient } from '../api/clients'

/** A plain member may become responsible, but cannot take that back: so it asks. */
export function TakeOnDialog({ client, onClose }: { client: OfficeClient; onClose: () => void }) {
  const { member } = useSession()
  const update = useUpdateClient(client)
  const takeOn = () =>
    update.mutate(
      { responsible_ids: [...client.responsible.map(({ id }) => id), member.id] },
      {
        onSuccess: () => {
          showToast({ text: t('clientCard.tookOn', { client: client.name }) })
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={t('clientCard.takeOnTitle', { client: client.name })}
      closeLabel={t('actions.close')}
      isOpen
      isAlert
      onClose={onClose}
    >
      <DialogBody>
        <p>{t('clientCard.takeOnText')}</p>
        {update.error ? <Notice tone="bad">{sentenceOf(update.error)}</Notice> : null}
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>{t('actions.cancel')}</Button>
        <Button variant="primary" isPending={update.isPending} onPress={takeOn}>
          {t('clientCard.takeOn')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
