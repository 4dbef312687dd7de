import type { OfficeClient } from '@sild/api'
import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { TextField } from '../../../ui/Field'
import { Notice } from '../../../ui/Notice'
import { useUpdateClient } from '../api/clients'
import { clientSchema } from '../model/schemas'
import { ResponsiblePicker } from './ResponsiblePicker'

/** A client's name, code and who answers for it. */
export function EditClientDialog({ client, onClose }: { client: OfficeClient; onClose: () => void }) {
  const form = useForm()
  const update = useUpdateClient(client)
  const [values, setValues] = useState({ name: client.name, registry_code: client.registry_code ?? '' })
  const [responsible, setResponsible] = useState(client.responsible.map(({ id }) => id))

  return (
    <Dialog title={t('client.editTitle')} closeLabel={t('actions.close')} isOpen onClose={onClose}>
      <Form
        validationBehavior="aria"
        validationErrors={form.errors}
        onSubmit={(event) => {
          event.preventDefault()
          const checked = form.check(clientSchema, values)
          if (checked === null) return
          update.mutate(
            { ...checked, responsible_ids: responsible },
            { onSuccess: onClose, onError: form.fail },
          )
        }}
      >
        <DialogBody>
          <TextField
            name="name"
            label={t('newClient.name')}
            value={values.name}
            onChange={(name) => setValues({ ...values, name })}
            maxLength={150}
          />
          <TextField
            name="registry_code"
            label={t('newClient.registryCode')}
            optional={t('forms.optional')}
            value={values.registry_code}
            onChange={(registry_code) => setValues({ ...values, registry_code })}
            maxLength={30}
          />
          <ResponsiblePicker value={responsible} onChange={setResponsible} />
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
