import type { OfficeClient } from '@sild/api'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { showToast } from '../../../ui/Toasts'
import { useArchiveClient } from '../api/clients'
import styles from './Client.module.css'

/** Says what archiving does before it does it: contacts who are in the portal are out at once. */
export function ArchiveDialog({ client, onClose }: { client: OfficeClient; onClose: () => void }) {
  const archive = useArchiveClient(client.id)
  return (
    <Dialog
      title={t('clientCard.archiveTitle', { client: client.name })}
      closeLabel={t('actions.close')}
      isOpen
      isAlert
      onClose={onClose}
    >
      <DialogBody>
        <ul className={styles.effects}>
          {client.portal_state === 'closed' ? null : <li>{t('clientCard.archivePortal')}</li>}
          <li>{t('clientCard.archiveSeries')}</li>
          <li>{t('clientCard.archiveTasks', { count: client.open_count })}</li>
          <li>{t('clientCard.archiveLists')}</li>
          <li>{t('clientCard.archiveKept')}</li>
        </ul>
        {archive.error ? <Notice tone="bad">{sentenceOf(archive.error)}</Notice> : null}
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>{t('actions.cancel')}</Button>
        <Button
          variant="dangerSolid"
          isPending={archive.isPending}
          onPress={() =>
            archive.mutate(true, {
              onSuccess: () => {
                showToast({ text: t('clientCard.archivedToast', { client: client.name }) })
                onClose()
              },
            })
          }
        >
          {t('clientCard.archive')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
