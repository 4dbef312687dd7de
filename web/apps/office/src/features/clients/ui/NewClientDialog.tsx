import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { newKey } from '../../../shell/api'
import { CancelDraft, DraftNotice } from '../../../shell/DraftNotice'
import { useDraft } from '../../../shell/draft'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { useIsAdmin, useSession } from '../../../shell/session'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { TextField } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { Notice } from '../../../ui/Notice'
import { createClient, keepClient } from '../api/clients'
import { newClientSchema } from '../model/schemas'
import { ResponsiblePicker } from './ResponsiblePicker'

/** Adds a client. Nothing is sent and its portal stays closed. */
export function NewClientDialog({ onClose }: { onClose: () => void }) {
  const { member } = useSession()
  // A plain member gives work to nobody else.
  const isAdmin = useIsAdmin()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const form = useForm()
  const key = useRef(newKey())
  const [values, setValues] = useState({ name: '', registry_code: '' })
  const [responsible, setResponsible] = useState<string[]>([member.id])
  const [isSaving, setSaving] = useState(false)
  const draft = useDraft('new-client', { values, responsible }, (kept) => {
    setValues(kept.values)
    setResponsible(kept.responsible)
  })

  const submit = async () => {
    const checked = form.check(newClientSchema, values)
    if (checked === null) return
    setSaving(true)
    try {
      const client = await createClient({ ...checked, responsible_ids: responsible }, key.current)
      draft.forget()
      keepClient(queries, client)
      onClose()
      await navigate({ to: '/clients/$client', params: { client: client.id } })
    } catch (error) {
      key.current = newKey()
      form.fail(error)
      setSaving(false)
    }
  }

  return (
    <Dialog title={t('newClient.title')} closeLabel={t('actions.close')} isOpen onClose={onClose}>
      <Form errors={form.errors} onTyped={form.typed} onSubmit={() => void submit()}>
        <DialogBody>
          <DraftNotice draft={draft} />
          <TextField
            name="name"
            label={t('newClient.name')}
            value={values.name}
            onChange={(name) => setValues({ ...values, name })}
            maxLength={150}
            autoFocus
          />
          <TextField
            name="registry_code"
            label={t('newClient.registryCode')}
            optional={t('forms.optional')}
            value={values.registry_code}
            onChange={(registry_code) => setValues({ ...values, registry_code })}
            maxLength={30}
          />
          {isAdmin ? <ResponsiblePicker value={responsible} onChange={setResponsible} /> : null}
          {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
        </DialogBody>
        <DialogFoot>
          <CancelDraft draft={draft} onCancel={onClose} />
          <Button type="submit" variant="primary" isPending={isSaving}>
            {t('newClient.create')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
