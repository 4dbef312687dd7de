import type { Body, BulkTask } from '@sild/api'
import { useRef, useState } from 'react'
import * as v from 'valibot'
import { AudienceChoice } from '../../../shell/AudienceChoice'
import { newKey } from '../../../shell/api'
import { CancelDraft, DraftNotice } from '../../../shell/DraftNotice'
import { useDraft } from '../../../shell/draft'
import { fields, useForm } from '../../../shell/form'
import { formatList, t } from '../../../shell/i18n'
import { sendKey } from '../../../shell/sendKey'
import { LIMITS } from '../../../shell/TaskFields'
import { Button } from '../../../ui/Button'
import { Checkbox } from '../../../ui/Choice'
import { DateField } from '../../../ui/DateField'
import { DialogBody, DialogFoot } from '../../../ui/Dialog'
import { TextArea, TextField } from '../../../ui/Field'
import { Form } from '../../../ui/Form'
import { ItemsField, writtenLines } from '../../../ui/ItemsField'
import { Stack } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { startBulkTask } from '../api/bulkTasks'
import { type Audience, chosenOf, closedNames, countOf } from '../model/audience'

const schema = v.object({
  title: fields.line(LIMITS.title),
  description: fields.text(LIMITS.description),
  due: v.nullable(v.string()),
  assign: v.boolean(),
  to_responsible: v.boolean(),
  client_may_tick: v.boolean(),
  auto_complete: v.boolean(),
})

/** How many names a notice says before it counts the rest. */
const NAMES_SHOWN = 3

type BulkTaskFormProps = {
  audience: Audience
  onCancel: () => void
  onStarted: (order: Body<'start_bulk_task'>, task: BulkTask) => void
}

/** What each of the tasks is. Enter in the title already sends it, Ctrl + Enter anywhere. */
export function BulkTaskForm({ audience, onCancel, onStarted }: BulkTaskFormProps) {
  const form = useForm()
  const key = useRef(newKey())
  const [isStarting, setStarting] = useState(false)
  const [items, setItems] = useState<string[]>([])
  const [values, setValues] = useState<v.InferOutput<typeof schema>>({
    title: '',
    description: '',
    due: null,
    assign: true,
    to_responsible: true,
    client_may_tick: false,
    auto_complete: false,
  })
  const draft = useDraft('bulk-task', { values, items }, (kept) => {
    setValues(kept.values)
    setItems(kept.items)
  })
  const set = (change: Partial<typeof values>) => setValues((known) => ({ ...known, ...change }))
  const count = countOf(audience)
  const closed = values.assign ? closedNames(audience) : []

  const submit = async () => {
    const checked = form.check(schema, values)
    if (checked === null) return
    const checklist = writtenLines(items).map((text) => ({ text }))
    const order = { ...chosenOf(audience), ...checked, checklist }
    setStarting(true)
    try {
      const task = await startBulkTask(order, key.current)
      draft.forget()
      onStarted(order, task)
    } catch (error) {
      key.current = newKey()
      form.fail(error)
      setStarting(false)
    }
  }

  return (
    <Form
      ref={sendKey}
      errors={form.errors}
      onTyped={form.typed}
      onSubmit={() => {
        if (!isStarting) void submit()
      }}
    >
      <DialogBody>
        <DraftNotice draft={draft} />
        <TextField
          name="title"
          label={t('newTask.name')}
          value={values.title}
          onChange={(title) => set({ title })}
          maxLength={LIMITS.title}
          autoFocus
        />
        <AudienceChoice
          label={t('bulkTask.mode')}
          assignLabel={t('bulkTask.assign')}
          isAssigning={values.assign}
          onChange={(assign) => set({ assign })}
          note={values.assign ? t('bulkTask.assignNote') : t('bulkTask.internalNote')}
        />
        {closed.length > 0 ? (
          <Notice tone="warn">{t('bulkTask.closed', { count: closed.length, names: someOf(closed) })}</Notice>
        ) : null}
        <DateField
          name="due"
          label={t('newTask.due')}
          optional={t('forms.optional')}
          clearLabel={t('newTask.clearDue')}
          value={values.due}
          onChange={(due) => set({ due })}
        />
        <TextArea
          name="description"
          label={t('newTask.description')}
          optional={t('forms.optional')}
          hint={t('newTask.descriptionHint')}
          value={values.description}
          onChange={(description) => set({ description })}
        />
        <ItemsField
          label={t('checklist.title')}
          optional={t('forms.optional')}
          items={items}
          onChange={setItems}
          maxItems={LIMITS.items}
          maxLength={LIMITS.item}
          itemLabel={(place) => t('checklist.itemLabel', { place })}
          removeLabel={(place) => t('checklist.removePlace', { place })}
          addLabel={t('checklist.add')}
        />
        <Stack gap="s">
          <Checkbox
            isSelected={values.to_responsible}
            onChange={(to_responsible) => set({ to_responsible })}
            note={t('bulkTask.toResponsibleNote')}
          >
            {t('bulkTask.toResponsible')}
          </Checkbox>
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
        {count === null ? <Notice>{t('bulkTask.allNote')}</Notice> : null}
        {form.failure ? <Notice tone="bad">{form.failure}</Notice> : null}
      </DialogBody>
      <DialogFoot>
        <CancelDraft draft={draft} onCancel={onCancel} />
        <Button type="submit" variant="primary" isPending={isStarting}>
          {submitWords(values.assign, count)}
        </Button>
      </DialogFoot>
    </Form>
  )
}

function submitWords(isAssigning: boolean, count: number | null): string {
  if (count === null) return isAssigning ? t('bulkTask.assignAll') : t('bulkTask.createAll')
  return isAssigning ? t('bulkTask.assignTo', { count }) : t('bulkTask.createFor', { count })
}

function someOf(names: string[]): string {
  const rest = names.length - NAMES_SHOWN
  const shown = names.slice(0, NAMES_SHOWN)
  return formatList(rest > 0 ? [...shown, t('bulkTask.others', { count: rest })] : shown)
}
