import type { Contact } from '@sild/api'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '../../ui/Button'
import { Switch } from '../../ui/Choice'
import { Dialog, DialogBody, DialogFoot } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { Columns } from '../../ui/Layout'
import { Notice } from '../../ui/Notice'
import { Select } from '../../ui/Select'
import { showToast } from '../../ui/Toasts'
import { isProblem, newKey } from '../api'
import { CancelDraft, DraftNotice } from '../DraftNotice'
import { type FormDraft, useDraft } from '../draft'
import { changedOf, useEdited } from '../edited'
import { type FormState, useForm } from '../form'
import { currentLanguage, readLanguage, t } from '../i18n'
import { TheirChanges } from '../TheirChanges'
import { useCreateContact, useUpdateContact } from './commands'
import { contactSchema, newContactSchema } from './schemas'

type Person = Pick<Contact, 'id' | 'name' | 'email' | 'phone' | 'language' | 'version'>

type Fields = { name: string; phone: string; language: 'en' | 'et' | 'fi'; has_access: boolean }

/** A new contact of a client. */
export function NewContactDialog({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const form = useForm()
  const create = useCreateContact(clientId)
  const key = useRef(newKey())
  const [values, setValues] = useState<Fields & { email: string }>({
    name: '',
    email: '',
    phone: '',
    language: currentLanguage(),
    has_access: true,
  })
  const set = (change: Partial<typeof values>) => setValues((known) => ({ ...known, ...change }))
  const draft = useDraft(`new-contact.${clientId}`, values, setValues)

  const submit = () => {
    const checked = form.check(newContactSchema, values)
    if (checked === null) return
    // Whoever closes the dialog meanwhile has added them all the same.
    create.mutateAsync({ body: checked, key: key.current }).then(
      (saved) => {
        draft.forget()
        // An address that was known keeps its person's name.
        if (saved.name !== checked.name) showToast({ text: t('contacts.linkedToast', { name: saved.name }) })
        onClose()
      },
      (error: unknown) => {
        key.current = newKey()
        form.fail(error)
      },
    )
  }

  return (
    <ContactForm
      title={t('contacts.addTitle')}
      submitLabel={t('contacts.add')}
      form={form}
      draft={draft}
      isPending={create.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
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
        hint={t('contacts.emailHint')}
        value={values.email}
        onChange={(email) => set({ email })}
      />
      <HowToReach values={values} set={set} />
      <Access values={values} set={set} />
    </ContactForm>
  )
}

type EditContactDialogProps = {
  clientId: string
  contact: Person
  /** Their access at this client; left out where the form is about the person alone. */
  hasAccess?: boolean
  onClose: () => void
}

/** What the office knows of a contact. The address is the login, so it stays as it is once given. */
export function EditContactDialog({ clientId, contact, hasAccess, onClose }: EditContactDialogProps) {
  const form = useForm()
  const update = useUpdateContact(clientId)
  const edited = useEdited<Fields>({
    name: contact.name,
    phone: contact.phone ?? '',
    language: readLanguage(contact.language) ?? currentLanguage(),
    has_access: hasAccess ?? false,
  })
  const { values, set } = edited

  const submit = () => {
    const checked = form.check(contactSchema, values)
    if (checked === null) return
    const body = changedOf(edited, checked)
    if (Object.keys(body).length === 0) return onClose()
    update.mutate(
      { id: contact.id, version: contact.version, body },
      {
        onSuccess: onClose,
        onError: (error) => {
          // They are gone from the client: there is nothing to edit.
          if (isProblem(error, 'not_found')) onClose()
          form.fail(error)
        },
      },
    )
  }
  const theirs = edited.theirs.flatMap((name) =>
    name === 'name'
      ? [{ label: t('contacts.name'), value: contact.name }]
      : name === 'phone'
        ? [{ label: t('contacts.phone'), value: contact.phone ?? null }]
        : name === 'language'
          ? [{ label: t('contacts.language'), value: t(`languages.${values.language}`) }]
          : [],
  )

  return (
    <ContactForm
      title={t('contacts.editTitle')}
      submitLabel={t('actions.save')}
      form={form}
      isPending={update.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
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
        label={t('contacts.email')}
        hint={t('contacts.emailFixed')}
        value={contact.email}
        isDisabled
      />
      <HowToReach values={values} set={set} />
      {hasAccess === undefined ? null : <Access values={values} set={set} />}
      <TheirChanges changes={theirs} />
    </ContactForm>
  )
}

type ContactFormProps = {
  title: string
  submitLabel: string
  form: FormState
  /** What was typed before and is kept; left out where nothing is. */
  draft?: FormDraft
  isPending: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

function ContactForm({
  title,
  submitLabel,
  form,
  draft,
  isPending,
  onSubmit,
  onClose,
  children,
}: ContactFormProps) {
  return (
    <Dialog title={title} closeLabel={t('actions.close')} isOpen onClose={onClose}>
      <Form errors={form.errors} onTyped={form.typed} onSubmit={onSubmit}>
        <DialogBody>
          {draft ? <DraftNotice draft={draft} /> : null}
          {children}
          {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
        </DialogBody>
        <DialogFoot>
          {draft ? (
            <CancelDraft draft={draft} onCancel={onClose} />
          ) : (
            <Button onPress={onClose}>{t('actions.cancel')}</Button>
          )}
          <Button type="submit" variant="primary" isPending={isPending}>
            {submitLabel}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}

type PartProps = { values: Fields; set: (change: Partial<Fields>) => void }

function HowToReach({ values, set }: PartProps) {
  return (
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
  )
}

function Access({ values, set }: PartProps) {
  return (
    <Switch
      isSelected={values.has_access}
      onChange={(has_access) => set({ has_access })}
      note={t('contacts.accessNote')}
    >
      {t('contacts.access')}
    </Switch>
  )
}
