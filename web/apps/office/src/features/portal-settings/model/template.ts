import * as v from 'valibot'
import { fields } from '../../../shell/form'

/** The most sample tasks of an office, and the most lines of each. */
export const TEMPLATES_MAX = 20
export const TEMPLATE_LINES_MAX = 20

/** What the form of a sample task takes beside its lines. */
export const templateSchema = v.object({
  title: fields.line(200),
  description: fields.text(20_000),
  client_may_tick: v.boolean(),
})
