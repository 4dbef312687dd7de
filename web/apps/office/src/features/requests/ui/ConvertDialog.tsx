import type { OfficeRequest } from '@sild/api'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Form } from 'react-aria-components/Form'
import * as v from 'valibot'
import { newKey } from '../../../shell/api'
import { fields, useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { useMembers } from '../../../shell/lookups'
import { MemberSelect } from '../../../shell/MemberSelect'
import { keys } from '../../../shell/query'
import { useSession } from '../../../shell/session'
import { Button } from '../../../ui/Button'
import { DateField } from '../../../ui/DateField'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { TextArea, TextField } from '../../../ui/Field'
import { Columns } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { convertRequest, keepRequest } from '../api/requests'

const TITLE_LIMIT = 200

const schema = v.object({
  title: fields.line(TITLE_LIMIT),
  description: fields.text(20_000),
  due: v.nullable(v.string()),
  assignee_id: v.nullable(v.string()),
})

/** Makes a task of the request, prefilled from it, and goes there. */
export function ConvertDialog({ request, onClose }: { request: OfficeRequest; onClose: () => void }) {
  const { member } = useSession()
  const members = useMembers()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const form = useForm()
  const key = useRef(newKey())
  const [isSaving, setSaving] = useState(false)
  const [values, setValues] = useState({
    title: request.subject,
    description: request.text,
    due: null as string | null,
    assignee_id: member.id as string | null,
  })
  const set = (change: Partial<typeof values>) => setValues((known) => ({ ...known, ...change }))
  const assignee =
    values.assignee_id === member.id
      ? { id: member.id, name: member.name }
      : (members.find(({ id }) => id === values.assignee_id) ?? null)

  const submit = async () => {
    const checked = form.check(schema, values)
    if (checked === null) return
    setSaving(true)
    try {
      const changed = await convertRequest(request.id, checked, key.current)
      keepRequest(queries, changed)
      void queries.invalidateQueries({ queryKey: [...keys.tasks, 'list'] })
      onClose()
      if (changed.task_id) await navigate({ to: '/tasks/$task', params: { task: changed.task_id } })
    } catch (error) {
      key.current = newKey()
      form.fail(error)
      setSaving(false)
    }
  }

  return (
    <Dialog
      title={t('requests.convertTitle')}
      closeLabel={t('actions.close')}
      isOpen
      onClose={onClose}
      isWide
    >
      <Form
        validationBehavior="aria"
        validationErrors={form.errors}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <DialogBody>
          <p>{t('requests.convertText')}</p>
          <TextField
            name="title"
            label={t('newTask.name')}
            value={values.title}
            onChange={(title) => set({ title })}
            maxLength={TITLE_LIMIT}
            autoFocus
          />
          <TextArea
            name="description"
            label={t('newTask.description')}
            optional={t('forms.optional')}
            hint={t('newTask.descriptionHint')}
            value={values.description}
            onChange={(description) => set({ description })}
          />
          <Columns>
            <DateField
              name="due"
              label={t('newTask.due')}
              optional={t('forms.optional')}
              clearLabel={t('newTask.clearDue')}
              value={values.due}
              onChange={(due) => set({ due })}
            />
            <MemberSelect
              label={t('newTask.assignee')}
              value={assignee}
              onChange={(assignee_id) => set({ assignee_id })}
            />
          </Columns>
          {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>{t('actions.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isSaving}>
            {t('requests.convert')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
