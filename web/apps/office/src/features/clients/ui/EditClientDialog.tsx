import type { OfficeClient } from '@sild/api'
import { changedOf, useEdited } from '../../../shell/edited'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { useDigitisationIsOn } from '../../../shell/officeSettings'
import { TheirChanges } from '../../../shell/TheirChanges'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { TextField } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { Notice } from '../../../ui/Notice'
import { useUpdateClient } from '../api/clients'
import { clientSchema } from '../model/schemas'
import { DigitisationOff } from './DigitisationOff'

const HTTPS = 'https://'

/** A client's name and code, its folder of documents (S58), and where its files are digitised (S60). */
export function EditClientDialog({ client, onClose }: { client: OfficeClient; onClose: () => void }) {
  const form = useForm()
  const update = useUpdateClient(client)
  const isDigitising = useDigitisationIsOn()
  const edited = useEdited({
    name: client.name,
    registry_code: client.registry_code ?? '',
    documents_url: client.documents_url ?? '',
    digitisation_email: client.digitisation_email ?? '',
  })
  const { values, set } = edited

  const submit = () => {
    const checked = form.check(clientSchema, values)
    if (checked === null) return
    const body = changedOf(edited, checked)
    if (Object.keys(body).length === 0) return onClose()
    update.mutate(body, { onSuccess: onClose, onError: form.fail })
  }
  const labels = {
    name: t('newClient.name'),
    registry_code: t('newClient.registryCode'),
    documents_url: t('clientCard.documentsLabel'),
    digitisation_email: t('clientCard.digitisation'),
  }

  return (
    <Dialog title={t('client.editTitle')} closeLabel={t('actions.close')} isOpen onClose={onClose}>
      <Form errors={form.errors} onTyped={form.typed} onSubmit={submit}>
        <DialogBody>
          <TextField
            name="name"
            label={labels.name}
            value={values.name}
            onChange={(name) => set({ name })}
            maxLength={150}
          />
          <TextField
            name="registry_code"
            label={labels.registry_code}
            optional={t('forms.optional')}
            value={values.registry_code}
            onChange={(registry_code) => set({ registry_code })}
            maxLength={30}
          />
          <TextField
            name="documents_url"
            type="url"
            inputMode="url"
            label={labels.documents_url}
            optional={t('forms.optional')}
            hint={t('clientCard.documentsHint')}
            placeholder={HTTPS}
            value={values.documents_url}
            onChange={(documents_url) => set({ documents_url })}
            maxLength={2048}
          />
          {isDigitising === true ? (
            <TextField
              name="digitisation_email"
              type="email"
              inputMode="email"
              label={labels.digitisation_email}
              optional={t('forms.optional')}
              hint={t('clientCard.digitisationHint')}
              value={values.digitisation_email}
              onChange={(digitisation_email) => set({ digitisation_email })}
              maxLength={254}
            />
          ) : isDigitising === false ? (
            <Notice>
              <DigitisationOff />
            </Notice>
          ) : null}
          <TheirChanges
            changes={edited.theirs.map((name) => ({ label: labels[name], value: client[name] ?? null }))}
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
