import type { OfficeClient } from '@sild/api'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { AudienceChoice } from '../../../shell/AudienceChoice'
import { newKey } from '../../../shell/api'
import { ClientPicker } from '../../../shell/ClientPicker'
import { CancelDraft, DraftNotice } from '../../../shell/DraftNotice'
import { useForm } from '../../../shell/form'
import { formatList, t } from '../../../shell/i18n'
import { keepTask } from '../../../shell/keepTask'
import { readerNames, useClientCard } from '../../../shell/lookups'
import { sentenceOf } from '../../../shell/problems'
import { sendKey } from '../../../shell/sendKey'
import { useSession } from '../../../shell/session'
import { TaskPlan, TaskWords } from '../../../shell/TaskFields'
import { Button } from '../../../ui/Button'
import { Checkbox } from '../../../ui/Choice'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Form } from '../../../ui/Form'
import { writtenLines } from '../../../ui/ItemsField'
import { Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { showToast } from '../../../ui/Toasts'
import { assignTask, createTask } from '../api/tasks'
import { type NewTask, newTaskSchema } from '../model/schemas'
import { ChecklistDraft } from './ChecklistDraft'
import { useNewTaskDraft } from './useNewTaskDraft'

type NewTaskDialogProps = { clientId: string | null; onClose: () => void }

/** A new task: the office's own, or with its client at once. Enter in the title sends it, Ctrl + Enter anywhere. */
export function NewTaskDialog({ clientId, onClose }: NewTaskDialogProps) {
  const { member } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const form = useForm()
  const key = useRef(newKey())
  const [isSaving, setSaving] = useState(false)
  const [items, setItems] = useState<string[]>([])
  const [isAssigning, setAssigning] = useState(false)
  const [values, setValues] = useState<NewTask>({
    client_id: clientId,
    title: '',
    description: '',
    due: null,
    assignee_id: member.id,
    client_may_tick: false,
    auto_complete: false,
  })
  const draft = useNewTaskDraft(clientId, [values, setValues], [items, setItems], [isAssigning, setAssigning])
  const set = (change: Partial<typeof values>) => setValues((known) => ({ ...known, ...change }))
  const client = useClientCard(values.client_id).data
  const isOpeningPortal = isAssigning && client?.portal_state === 'closed'

  const submit = async () => {
    const checked = form.check(newTaskSchema, values)
    if (checked === null) return
    setSaving(true)
    try {
      const checklist = writtenLines(items).map((text) => ({ text }))
      const task = await createTask({ ...checked, checklist }, key.current)
      keepTask(queries, task)
      draft.forget()
      // The task is there, whatever becomes of the rest: nobody may be led to make it twice.
      if (isAssigning)
        await assignTask(task, isOpeningPortal).then(
          (assigned) => {
            keepTask(queries, assigned)
            showToast({ text: t('portalPanel.assignedToast', { client: assigned.client.name }) })
          },
          (error: unknown) =>
            showToast({ text: t('newTask.notAssignedToast', { reason: sentenceOf(error) }), tone: 'bad' }),
        )
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
        ref={sendKey}
        errors={form.errors}
        onTyped={form.typed}
        onSubmit={() => {
          if (!isSaving) void submit()
        }}
      >
        <DialogBody>
          <DraftNotice draft={draft} />
          {clientId === null ? (
            <ClientPicker
              name="client_id"
              label={t('newTask.client')}
              value={values.client_id}
              onChange={(client_id) => set({ client_id })}
            />
          ) : null}
          <TaskWords values={values} onChange={set} autoFocus={clientId !== null} />
          <AudienceChoice
            label={t('newTask.audience')}
            assignLabel={t('newTask.assign')}
            isAssigning={isAssigning}
            onChange={setAssigning}
            note={isAssigning ? outwardWords(client) : t('newTask.internalNote')}
          />
          {isAssigning && client ? <Hindrance client={client} /> : null}
          <ChecklistDraft items={items} onChange={setItems} />
          <TaskPlan values={values} onChange={set} />
          <Stack gap="s">
            {items.length > 0 ? (
              <Checkbox
                isSelected={values.client_may_tick}
                onChange={(client_may_tick) => set({ client_may_tick })}
              >
                {t('task.mayTick')}
              </Checkbox>
            ) : null}
            <Checkbox
              isSelected={values.auto_complete}
              onChange={(auto_complete) => set({ auto_complete })}
              note={t('task.autoCompleteNote')}
            >
              {t('task.autoComplete')}
            </Checkbox>
          </Stack>
          {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
        </DialogBody>
        <DialogFoot>
          <CancelDraft draft={draft} onCancel={onClose} />
          <Button type="submit" variant="primary" isPending={isSaving}>
            {isOpeningPortal
              ? t('portalPanel.openAndAssign')
              : isAssigning
                ? t('newTask.createAndAssign')
                : t('newTask.create')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}

/** Whom the task goes to and when the mail leaves, as far as the client is known. */
function outwardWords(client: OfficeClient | undefined): string {
  const names = client ? readerNames(client) : []
  return names.length > 0 ? t('newTask.assignNoteTo', { names: formatList(names) }) : t('newTask.assignNote')
}

/** What stands between the client and the task: a closed portal, or nobody who could enter it. */
function Hindrance({ client }: { client: OfficeClient }) {
  if (readerNames(client).length === 0)
    return <Notice tone="warn">{t('portalPanel.noRecipients', { client: client.name })}</Notice>
  return client.portal_state === 'closed' ? <Notice>{t('bulkTask.openNote')}</Notice> : null
}
