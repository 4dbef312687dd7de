import type { OfficeClient } from '@sild/api'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { Notice } from '../../../ui/Notice'
import { showToast } from '../../../ui/Toasts'
import { useArchiveClient } from '../api/clients'

/** Says that the client is archived and what that means, and brings it back. */
export function ArchivedNotice({ client }: { client: OfficeClient }) {
  const archive = useArchiveClient(client.id)
  const restore = () =>
    archive.mutate(false, {
      onSuccess: () => showToast({ text: t('clientCard.restoredToast', { client: client.name }) }),
    })
  return (
    <>
      <Notice
        title={t('clientCard.archivedTitle')}
        action={
          <Button isPending={archive.isPending} onPress={restore}>
            {t('clientCard.restore')}
          </Button>
        }
      >
        {t('clientCard.archivedText')}
      </Notice>
      {archive.error ? <Notice tone="bad">{sentenceOf(archive.error)}</Notice> : null}
    </>
  )
}
