import type { BulkOpening, BulkPreview } from '@sild/api'
import { useRef, useState } from 'react'
import { newKey } from '../../../shell/api'
import { formatTime, t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { QueryView } from '../../../shell/QueryView'
import { Button } from '../../../ui/Button'
import { Switch } from '../../../ui/Choice'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { Skeleton } from '../../../ui/States'
import { startBulkOpening, useBulkPreview } from '../api/bulkOpening'
import type { Selection } from '../model/bulk'
import { matchingOf } from '../model/filter'
import { BulkPreviewView } from './BulkPreviewView'
import { BulkResult } from './BulkResult'
import { InvitationLook } from './InvitationLook'

type BulkDialogProps = {
  selection: Selection
  onClose: (wasStarted: boolean) => void
}

/** Opens the portal for many clients: first who gets access and who is skipped, then the progress and the result. */
export function BulkDialog({ selection, onClose }: BulkDialogProps) {
  const [started, setStarted] = useState<BulkOpening | null>(null)
  const close = () => onClose(started !== null)
  return (
    <Dialog
      title={started === null ? t('bulk.title') : t('bulk.resultTitle')}
      closeLabel={t('actions.close')}
      isOpen
      isWide
      onClose={close}
    >
      {started === null ? (
        <BulkForm selection={selection} onCancel={close} onStarted={setStarted} />
      ) : (
        <BulkResult started={started} onClose={close} />
      )}
    </Dialog>
  )
}

type BulkFormProps = {
  selection: Selection
  onCancel: () => void
  onStarted: (opening: BulkOpening) => void
}

function BulkForm({ selection, onCancel, onStarted }: BulkFormProps) {
  const chosen =
    selection.kind === 'all'
      ? { matching: matchingOf(selection.filter) }
      : { client_ids: selection.clients.map(({ id }) => id) }
  const preview = useBulkPreview(chosen)
  const key = useRef(newKey())
  const [withInvitations, setWithInvitations] = useState(true)
  const [wantsAgain, setWantsAgain] = useState(false)
  const isAgain = withInvitations && wantsAgain
  const [isStarting, setStarting] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const activate = async () => {
    setStarting(true)
    setFailure(null)
    try {
      const again = isAgain ? { send_again: true } : {}
      onStarted(
        await startBulkOpening({ ...chosen, with_invitations: withInvitations, ...again }, key.current),
      )
    } catch (error) {
      key.current = newKey()
      setFailure(sentenceOf(error))
      setStarting(false)
    }
  }

  return (
    <>
      <DialogBody>
        <QueryView
          query={preview}
          errorTitle={t('bulk.previewFailed')}
          skeleton={<Skeleton label={t('states.loading')} rows={4} />}
        >
          {(data) => (
            <>
              <BulkPreviewView preview={data} isAgain={isAgain} />
              <Switch
                isSelected={withInvitations}
                onChange={setWithInvitations}
                note={withInvitations ? t('bulk.invitationsOn') : t('bulk.invitationsOff')}
              >
                {t('bulk.sendInvitations')}
              </Switch>
              {withInvitations && (isPartial(data) || data.clients.some((client) => client.already_open)) ? (
                <Switch isSelected={wantsAgain} onChange={setWantsAgain} note={t('bulk.sendAgainNote')}>
                  {t('bulk.sendAgain')}
                </Switch>
              ) : null}
              {withInvitations ? <InvitationLook /> : null}
              {withInvitations ? (
                <Expected
                  count={isAgain ? data.again_invitation_count : data.invitation_count}
                  minutes={isAgain ? data.again_expected_minutes : data.expected_minutes}
                  isPartial={isPartial(data)}
                />
              ) : null}
            </>
          )}
        </QueryView>
        {failure ? <Notice tone="bad">{failure}</Notice> : null}
      </DialogBody>
      <DialogFoot>
        <Button onPress={onCancel}>{t('actions.cancel')}</Button>
        <Button
          variant="primary"
          isPending={isStarting}
          isDisabled={preview.data === undefined}
          onPress={() => void activate()}
        >
          {t('bulk.activate')}
        </Button>
      </DialogFoot>
    </>
  )
}

/** Whether more clients are meant than are shown. */
const isPartial = (preview: BulkPreview) => preview.client_count > preview.clients.length

/** By when the last invitation leaves. */
function Expected({ count, minutes, isPartial }: { count: number; minutes: number; isPartial: boolean }) {
  if (count === 0) return null
  const at = formatTime(new Date(Date.now() + minutes * 60_000))
  return <p>{t(isPartial ? 'bulk.expectedPartial' : 'bulk.expected', { count, at })}</p>
}
