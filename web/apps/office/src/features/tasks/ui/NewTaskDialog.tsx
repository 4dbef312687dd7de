import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { newKey } from '../../../shell/api'
import { ClientPicker } from '../../../shell/ClientPicker'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { useSession } from '../../../shell/session'
import { type TaskDraft, TaskPlan, TaskWords } from '../../../shell/TaskFields'
import { Button } from '../../../ui/Button'
import { Checkbox } from '../../../ui/Choice'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { writtenLines } from '../../../ui/ItemsField'
import { Notice } from '../../../ui/Notice'
import { createTask, keepTask } from '../api/tasks'
import { newTaskSchema } from '../model/schemas'
import { ChecklistDraft } from './ChecklistDraft'

type NewTaskDialogProps = { clientId: string | null; onClose: () => void }

/** A new task. It is the office's own until somebody assigns it. */
export function NewTaskDialog({ clientId, onClose }: NewTaskDialogProps) {
  const { member } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const form = useForm()
  const key = useRef(newKey())
  const [isSaving, setSaving] = useState(false)
  const [items, setItems] = useState<string[]>([])
  const [mayTick, setMayTick] = useState(false)
  const [values, setValues] = useState<TaskDraft & { client_id: string | null }>({
    client_id: clientId,
    title: '',
    description: '',
    due: null,
    assignee_id: member.id,
  })
  const set = (change: Partial<typeof values>) => setValues((known) => ({ ...known, ...change }))

  const submit = async () => {
    const checked = form.check(newTaskSchema, values)
    if (checked === null) return
    setSaving(true)
    try {
      const task = await createTask(
        { ...checked, checklist: writtenLines(items).map((text) => ({ text })), client_may_tick: mayTick },
        key.current,
      )
      keepTask(queries, task)
      onClose()
      await navigate({ to: '/tasks/$task', params: { task: task.id } })
    } catch (error) {
      key.current = newKey()
      form.fail(error)
      setSaving(false)
    }
  }

  return (
    <Dialog title={t('newTask.title')} closeLabel={t('actions.close')} isOpen onClose={onClose} isWide>
      <Form
        validationBehavior="aria"
        validationErrors={form.errors}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <DialogBody>
          {clientId === null ? (
            <ClientPicker
              name="client_id"
              label={t('newTask.client')}
              value={values.client_id}
              onChange={(client_id) => set({ client_id })}
            />
          ) : null}
          <TaskWords values={values} onChange={set} autoFocus={clientId !== null} />
          <ChecklistDraft items={items} onChange={setItems} />
          {items.length > 0 ? (
            <Checkbox isSelected={mayTick} onChange={setMayTick}>
              {t('task.mayTick')}
            </Checkbox>
          ) : null}
          <TaskPlan values={values} onChange={set} />
          {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>{t('actions.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isSaving}>
            {t('newTask.create')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
