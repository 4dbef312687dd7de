import { useRef, useState } from 'react'
import { isProblem, newKey } from '../../../shell/api'
import { CancelDraft, DraftNotice } from '../../../shell/DraftNotice'
import { useDraft } from '../../../shell/draft'
import { useForm } from '../../../shell/form'
import { currentLanguage, t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { TextField } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { Notice } from '../../../ui/Notice'
import { Select } from '../../../ui/Select'
import { showToast } from '../../../ui/Toasts'
import { useInviteMember } from '../api/members'
import { type GivenRole, inviteSchema } from '../model/members'
import { RoleSelect } from './RoleSelect'

type Values = { name: string; email: string; role: GivenRole; language: 'en' | 'et' | 'fi' }

/** Somebody new for the office: they are mailed a link to sign in with (S64). */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const form = useForm()
  const invite = useInviteMember()
  const key = useRef(newKey())
  const [isKnown, setKnown] = useState(false)
  const [values, setValues] = useState<Values>({
    name: '',
    email: '',
    role: 'member',
    language: currentLanguage(),
  })
  const set = (change: Partial<Values>) => setValues((known) => ({ ...known, ...change }))
  const draft = useDraft('new-member', values, setValues)

  const submit = () => {
    const body = form.check(inviteSchema, values)
    if (body === null) return
    setKnown(false)
    // Whoever closes the dialog meanwhile has sent it all the same.
    invite.mutateAsync({ body, key: key.current }).then(
      () => {
        draft.forget()
        showToast({ text: t('staff.invitedToast', { email: body.email }) })
        onClose()
      },
      (error: unknown) => {
        key.current = newKey()
        if (isProblem(error, 'already_exists')) setKnown(true)
        else form.fail(error)
      },
    )
  }

  return (
    <Dialog title={t('staff.inviteTitle')} closeLabel={t('actions.close')} isOpen onClose={onClose}>
      <Form errors={form.errors} onTyped={form.typed} onSubmit={submit}>
        <DialogBody>
          <DraftNotice draft={draft} />
          <p>{t('staff.inviteText')}</p>
          <TextField
            name="name"
            label={t('staff.columns.name')}
            value={values.name}
            onChange={(name) => set({ name })}
            maxLength={100}
            autoFocus
          />
          <TextField
            name="email"
            type="email"
            inputMode="email"
            label={t('staff.columns.email')}
            value={values.email}
            onChange={(email) => set({ email })}
          />
          <RoleSelect value={values.role} onChange={(role) => set({ role })} />
          <Select
            name="language"
            label={t('staff.language')}
            hint={t('staff.languageHint')}
            value={values.language}
            onChange={(language) => set({ language })}
            options={[
              { value: 'en', label: t('languages.en') },
              { value: 'et', label: t('languages.et') },
              { value: 'fi', label: t('languages.fi') },
            ]}
          />
          {isKnown ? <Notice tone="bad">{t('staff.knownAddress')}</Notice> : null}
          {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
        </DialogBody>
        <DialogFoot>
          <CancelDraft draft={draft} onCancel={onClose} />
          <Button type="submit" variant="primary" isPending={invite.isPending}>
            {t('staff.send')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
