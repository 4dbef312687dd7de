import * as v from 'valibot'
import { fields } from '../../../shell/form'

/** Lengths that the server accepts. */
export const LIMITS = { title: 200, description: 20_000, item: 500, items: 100 } as const

/** What the "New task" form takes. */
export const newTaskSchema = v.object({
  client_id: v.pipe(v.nullable(v.string()), v.string('required')),
  title: fields.line(LIMITS.title),
  description: fields.text(LIMITS.description),
  due: v.nullable(v.string()),
  assignee_id: v.nullable(v.string()),
})

/** A task's title, edited in place. */
export const titleSchema = v.object({ title: fields.line(LIMITS.title) })

/** A task's description, edited in place; it may be emptied. */
export const descriptionSchema = v.object({ description: fields.text(LIMITS.description) })
