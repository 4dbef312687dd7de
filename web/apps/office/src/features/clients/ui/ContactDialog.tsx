import type { Contact } from '@sild/api'
import { useRef, useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { newKey } from '../../../shell/api'
import { useForm } from '../../../shell/form'
import { currentLanguage, readLanguage, t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { Switch } from '../../../ui/Choice'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { TextField } from '../../../ui/Field'
import { Columns } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { Select } from '../../../ui/Select'
import { showToast } from '../../../ui/Toasts'
import { useCreateContact, useUpdateContact } from '../api/clients'
import { contactSchema } from '../model/schemas'

type ContactDialogProps = { clientId: string; contact: Contact | null; onClose: () => void }

/** A new contact, or an existing one. The address is the login, so it stays as it is once given. */
export function ContactDialog({ clientId, contact, onClose }: ContactDialogProps) {
  const form = useForm()
  const create = useCreateContact(clientId)
  const update = useUpdateContact(clientId)
  const key = useRef(newKey())
  const [values, setValues] = useState({
    name: contact?.name ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    language: readLanguage(contact?.language ?? '') ?? currentLanguage(),
    has_access: contact?.has_access ?? true,
  })
  const set = (change: Partial<typeof values>) => setValues((known) => ({ ...known, ...change }))

  const submit = () => {
    const checked = form.check(contactSchema, values)
    if (checked === null) return
    if (contact === null) {
      create.mutate(
        { body: checked, key: key.current },
        {
          onSuccess: (saved) => {
            // An address that was known keeps its person's name.
            if (saved.name !== checked.name)
              showToast({ text: t('contacts.linkedToast', { name: saved.name }) })
            onClose()
          },
          onError: (error) => {
            key.current = newKey()
            form.fail(error)
          },
        },
      )
      return
    }
    const { email: _email, ...body } = checked
    update.mutate(
      { id: contact.id, version: contact.version, body },
      { onSuccess: onClose, onError: form.fail },
    )
  }

  return (
    <Dialog
      title={contact === null ? t('contacts.addTitle') : t('contacts.editTitle')}
      closeLabel={t('actions.close')}
      isOpen
      onClose={onClose}
    >
      <Form
        validationBehavior="aria"
        validationErrors={form.errors}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <DialogBody>
          <TextField
            name="name"
            label={t('contacts.name')}
            value={values.name}
            onChange={(name) => set({ name })}
            maxLength={100}
            autoFocus
          />
          <TextField
            name="email"
            type="email"
            inputMode="email"
            label={t('contacts.email')}
            hint={contact === null ? t('contacts.emailHint') : t('contacts.emailFixed')}
            value={values.email}
            onChange={(email) => set({ email })}
            isDisabled={contact !== null}
          />
          <Columns>
            <TextField
              name="phone"
              type="tel"
              label={t('contacts.phone')}
              optional={t('forms.optional')}
              value={values.phone}
              onChange={(phone) => set({ phone })}
              maxLength={30}
            />
            <Select
              name="language"
              label={t('contacts.language')}
              value={values.language}
              onChange={(language) => set({ language })}
              options={[
                { value: 'en', label: t('languages.en') },
                { value: 'et', label: t('languages.et') },
                { value: 'fi', label: t('languages.fi') },
              ]}
            />
          </Columns>
          <Switch
            isSelected={values.has_access}
            onChange={(has_access) => set({ has_access })}
            note={t('contacts.accessNote')}
          >
            {t('contacts.access')}
          </Switch>
          {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>{t('actions.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={create.isPending || update.isPending}>
            {contact === null ? t('contacts.add') : t('actions.save')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
