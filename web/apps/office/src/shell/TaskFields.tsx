import * as v from 'valibot'
import { DateField } from '../ui/DateField'
import { TextArea, TextField } from '../ui/Field'
import { Columns } from '../ui/Layout'
import { fields } from './form'
import { t } from './i18n'
import { useMembers } from './lookups'
import { MemberSelect } from './MemberSelect'
import { useSession } from './session'

/** Lengths that the server accepts of a task. */
export const LIMITS = { title: 200, description: 20_000, item: 500, items: 100 } as const

/** What every form that makes a task takes. */
export const taskEntries = {
  title: fields.line(LIMITS.title),
  description: fields.text(LIMITS.description),
  due: v.nullable(v.string()),
  assignee_id: v.nullable(v.string()),
}

/** A task that is being written. */
export type TaskDraft = { title: string; description: string; due: string | null; assignee_id: string | null }

type PartProps = { values: TaskDraft; onChange: (change: Partial<TaskDraft>) => void }

/** What the task is called, and what is to be done. */
export function TaskWords({ values, onChange, autoFocus }: PartProps & { autoFocus: boolean }) {
  return (
    <>
      <TextField
        name="title"
        label={t('newTask.name')}
        value={values.title}
        onChange={(title) => onChange({ title })}
        maxLength={LIMITS.title}
        autoFocus={autoFocus}
      />
      <TextArea
        name="description"
        label={t('newTask.description')}
        optional={t('forms.optional')}
        hint={t('newTask.descriptionHint')}
        value={values.description}
        onChange={(description) => onChange({ description })}
      />
    </>
  )
}

/** By when, and who works on it. */
export function TaskPlan({ values, onChange }: PartProps) {
  const { member } = useSession()
  const members = useMembers()
  const assignee =
    values.assignee_id === member.id
      ? { id: member.id, name: member.name }
      : (members.find(({ id }) => id === values.assignee_id) ?? null)
  return (
    <Columns>
      <DateField
        name="due"
        label={t('newTask.due')}
        optional={t('forms.optional')}
        clearLabel={t('newTask.clearDue')}
        value={values.due}
        onChange={(due) => onChange({ due })}
      />
      <MemberSelect
        label={t('newTask.assignee')}
        value={assignee}
        onChange={(assignee_id) => onChange({ assignee_id })}
      />
    </Columns>
  )
}
