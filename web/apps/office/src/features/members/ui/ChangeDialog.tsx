import type { Member } from '@sild/api'
import { isProblem } from '../../../shell/api'
import { changedOf, useEdited } from '../../../shell/edited'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { useSession } from '../../../shell/session'
import { TheirChanges } from '../../../shell/TheirChanges'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { TextField } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { Notice } from '../../../ui/Notice'
import { showToast } from '../../../ui/Toasts'
import { useUpdateMember } from '../api/members'
import { type GivenRole, memberSchema } from '../model/members'
import { RoleSelect } from './RoleSelect'
import { roleWord } from './words'

/** A member's name and what they may do. What was saved can be taken back. */
export function ChangeDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const form = useForm()
  const me = useSession().member.id
  const update = useUpdateMember()
  const edited = useEdited<{ name: string; role: GivenRole }>({
    name: member.name,
    role: member.role === 'admin' ? 'admin' : 'member',
  })
  const { values, set } = edited

  const submit = () => {
    const checked = form.check(memberSchema, values)
    if (checked === null) return
    const body = changedOf(edited, checked)
    if (Object.keys(body).length === 0) return onClose()
    const before = Object.fromEntries(Object.keys(body).map((name) => [name, member[name as keyof Member]]))
    update.mutate(
      { id: member.id, version: member.version, body },
      {
        onSuccess: (saved) => {
          // Who is no admin any more cannot take that back.
          const canUndo = !(member.id === me && saved.role === 'member')
          showToast({
            text: t('staff.savedToast', { name: saved.name }),
            ...(canUndo ? { action: { label: t('actions.undo'), run: () => void undo(saved, before) } } : {}),
          })
          onClose()
        },
        onError: (error) => {
          if (isProblem(error, 'not_found') || isProblem(error, 'member_inactive')) {
            showToast({ text: sentenceOf(error), tone: 'bad' })
            onClose()
          } else form.fail(error)
        },
      },
    )
  }
  // The dialog has gone by then, so nothing may hang on it.
  const undo = async ({ id, version }: Member, body: { name?: string; role?: GivenRole }) => {
    try {
      await update.mutateAsync({ id, version, body })
      showToast({ text: t('staff.undoneToast') })
    } catch (error) {
      showToast({ text: sentenceOf(error), tone: 'bad' })
    }
  }

  return (
    <Dialog
      title={t('staff.changeTitle', { name: member.name })}
      closeLabel={t('actions.close')}
      isOpen
      onClose={onClose}
    >
      <Form errors={form.errors} onTyped={form.typed} onSubmit={submit}>
        <DialogBody>
          <TextField
            name="name"
            label={t('staff.columns.name')}
            value={values.name}
            onChange={(name) => set({ name })}
            maxLength={100}
            autoFocus
          />
          <TextField
            label={t('staff.columns.email')}
            hint={t('staff.emailFixed')}
            value={member.email}
            isDisabled
          />
          <RoleSelect value={values.role} onChange={(role) => set({ role })} />
          {member.id === me && values.role === 'member' ? (
            <Notice tone="warn">{t('staff.stepDown')}</Notice>
          ) : null}
          <TheirChanges
            changes={edited.theirs.map((name) =>
              name === 'name'
                ? { label: t('staff.columns.name'), value: member.name }
                : { label: t('staff.columns.role'), value: roleWord(member.role) },
            )}
          />
          {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>{t('actions.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={update.isPending}>
            {t('actions.save')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
