import { isProblem, type OfficeRequest } from '@sild/api'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import * as v from 'valibot'
import { newKey } from '../../../shell/api'
import { CancelDraft, DraftNotice } from '../../../shell/DraftNotice'
import { useDraft } from '../../../shell/draft'
import { useForm } from '../../../shell/form'
import { t } from '../../../shell/i18n'
import { keys } from '../../../shell/query'
import { useSession } from '../../../shell/session'
import { type TaskDraft, TaskPlan, TaskWords, taskEntries } from '../../../shell/TaskFields'
import { Button } from '../../../ui/Button'
import { Dialog, DialogBody, DialogFoot } from '../../../ui/Dialog'
import { Form } from '../../../ui/Form'
import { Notice } from '../../../ui/Notice'
import { convertRequest, keepRequest } from '../api/requests'

const schema = v.object(taskEntries)

/** Makes a task of the request, prefilled from it, and goes there. */
export function ConvertDialog({ request, onClose }: { request: OfficeRequest; onClose: () => void }) {
  const { member } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const form = useForm()
  const key = useRef(newKey())
  const [isSaving, setSaving] = useState(false)
  const [values, setValues] = useState<TaskDraft>({
    title: request.subject,
    description: request.text,
    due: null,
    assignee_id: member.id,
  })
  const set = (change: Partial<TaskDraft>) => setValues((known) => ({ ...known, ...change }))
  const draft = useDraft(`convert.${request.id}`, values, setValues)

  const submit = async () => {
    const checked = form.check(schema, values)
    if (checked === null) return
    setSaving(true)
    try {
      const changed = await convertRequest(request.id, checked, key.current)
      draft.forget()
      keepRequest(queries, changed)
      void queries.invalidateQueries({ queryKey: [...keys.tasks, 'list'] })
      onClose()
      if (changed.task_id) await navigate({ to: '/tasks/$task', params: { task: changed.task_id } })
    } catch (error) {
      key.current = newKey()
      form.fail(error)
      setSaving(false)
      // Somebody was faster: the page behind shows it, and leads to their task.
      if (isProblem(error, 'request_converted'))
        void queries.invalidateQueries({ queryKey: keys.request(request.id) })
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
      <Form errors={form.errors} onTyped={form.typed} onSubmit={() => void submit()}>
        <DialogBody>
          <DraftNotice draft={draft} />
          <p>{t('requests.convertText')}</p>
          <TaskWords values={values} onChange={set} autoFocus />
          <TaskPlan values={values} onChange={set} />
          {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
        </DialogBody>
        <DialogFoot>
          <CancelDraft draft={draft} onCancel={onClose} />
          <Button type="submit" variant="primary" isPending={isSaving}>
            {t('requests.convert')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
