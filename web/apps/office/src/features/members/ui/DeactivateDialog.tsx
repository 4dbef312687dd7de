import type { Member } from '@sild/api'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { fieldSentences } from '../../../shell/problems'
import { useSession } from '../../../shell/session'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Form } from '../../../ui/Form'
import { Notice } from '../../../ui/Notice'
import { Select } from '../../../ui/Select'
import { clearToasts, showToast } from '../../../ui/Toasts'
import { useDeactivateMember } from '../api/members'
import { heirsOf } from '../model/members'

type DeactivateDialogProps = { member: Member; members: Member[]; onClose: () => void }

/**
 * Signs a member out for good (S64). Only the server knows whether they work on anything: where they do, it asks who takes
 * that on. For oneself it is the way out.
 */
export function DeactivateDialog({ member, members, onClose }: DeactivateDialogProps) {
  const form = useForm()
  const isMe = useSession().member.id === member.id
  const deactivate = useDeactivateMember()
  const queries = useQueryClient()
  const router = useRouter()
  const [heir, setHeir] = useState<string | null>(null)
  const [hasWork, setHasWork] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const choice = useRef<HTMLDivElement>(null)
  const heirs = heirsOf(member, members)

  useEffect(() => {
    if (isMissing) choice.current?.querySelector('button')?.focus()
  }, [isMissing])

  const submit = () => {
    if (hasWork && heir === null) return setMissing(true)
    const body = heir === null ? {} : { reassign_to: heir }
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
          if (heir !== null || !('reassign_to' in fieldSentences(error))) return form.fail(error)
          setHasWork(true)
          setMissing(true)
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
        errors={isMissing ? { reassign_to: t('staff.heirNeeded') } : form.errors}
        onTyped={form.typed}
        onSubmit={submit}
      >
        <DialogBody>
          <p>{isMe ? t('staff.leaveText') : t('staff.deactivateText')}</p>
          {hasWork ? (
            <div ref={choice}>
              <Select
                name="reassign_to"
                label={t('staff.heir')}
                hint={t('staff.heirHint')}
                placeholder={t('staff.heirChoose')}
                value={heir}
                onChange={(chosen) => {
                  setHeir(chosen)
                  setMissing(false)
                  form.clear()
                }}
                options={heirs.map(({ id, name, email }) => ({ value: id, label: name, note: email }))}
              />
            </div>
          ) : (
            <p>{isMe ? t('staff.heirAskedMe') : t('staff.heirAsked')}</p>
          )}
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
