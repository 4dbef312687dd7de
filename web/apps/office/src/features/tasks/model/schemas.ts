import * as v from 'valibot'
import { fields } from '../../../shell/form'
import { LIMITS, taskEntries } from '../../../shell/TaskFields'

/** What the "New task" form takes. */
export const newTaskSchema = v.object({
  client_id: v.pipe(v.nullable(v.string()), v.string('required')),
  ...taskEntries,
  client_may_tick: v.boolean(),
  auto_complete: v.boolean(),
})

/** What stands in the "New task" form. */
export type NewTask = v.InferInput<typeof newTaskSchema>

/** A task's title, edited in place. */
export const titleSchema = v.object({ title: fields.line(LIMITS.title) })

/** A task's description, edited in place; it may be emptied. */
export const descriptionSchema = v.object({ description: fields.text(LIMITS.description) })
