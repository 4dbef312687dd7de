import type { Member } from '@sild/api'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { fieldSentences } from '../../../shell/problems'
import { useSession } from '../../../shell/session'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { Select } from '../../../ui/Select'
import { clearToasts, showToast } from '../../../ui/Toasts'
import { useDeactivateMember } from '../api/members'
import { heirsOf } from '../model/members'

const NOBODY = 'nobody'

type DeactivateDialogProps = { member: Member; members: Member[]; onClose: () => void }

/** Signs a member out for good and asks who takes on what they work on (S64). For oneself it is the way out. */
export function DeactivateDialog({ member, members, onClose }: DeactivateDialogProps) {
  const form = useForm()
  const isMe = useSession().member.id === member.id
  const deactivate = useDeactivateMember()
  const queries = useQueryClient()
  const router = useRouter()
  const [heir, setHeir] = useState(NOBODY)
  const [isHeirNeeded, setHeirNeeded] = useState(false)
  const heirs = heirsOf(member, members)

  const submit = () => {
    const body = heir === NOBODY ? {} : { reassign_to: heir }
    form.clear()
    deactivate.mutate(
      { id: member.id, body },
      {
        onSuccess: () => {
          if (isMe) {
            queries.clear()
            clearToasts()
            void router.navigate({ to: '/sign-in' })
            return
          }
          const chosen = heirs.find(({ id }) => id === heir)
          showToast({
            text: chosen
              ? t('staff.handedOverToast', { name: member.name, heir: chosen.name })
              : t('staff.deactivatedToast', { name: member.name }),
          })
          onClose()
        },
        onError: (error) => {
          setHeirNeeded(heir === NOBODY && 'reassign_to' in fieldSentences(error))
          form.fail(error)
        },
      },
    )
  }

  return (
    <Dialog
      title={isMe ? t('staff.leaveTitle') : t('staff.deactivateTitle', { name: member.name })}
      closeLabel={t('actions.close')}
      isOpen
      isAlert
      onClose={onClose}
    >
      <Form
        validationBehavior="aria"
        validationErrors={isHeirNeeded ? { reassign_to: t('staff.heirNeeded') } : form.errors}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <DialogBody>
          <p>{isMe ? t('staff.leaveText') : t('staff.deactivateText')}</p>
          <Select
            name="reassign_to"
            label={t('staff.heir')}
            hint={t('staff.heirHint')}
            value={heir}
            onChange={(chosen) => {
              setHeir(chosen)
              setHeirNeeded(false)
              form.clear()
            }}
            options={[
              { value: NOBODY, label: t('staff.noHeir') },
              ...heirs.map(({ id, name, email }) => ({ value: id, label: name, note: email })),
            ]}
          />
          {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>{t('actions.cancel')}</Button>
          <Button type="submit" variant="dangerSolid" isPending={deactivate.isPending}>
            {isMe ? t('staff.leave') : t('staff.deactivate')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
