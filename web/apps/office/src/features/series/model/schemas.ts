import * as v from 'valibot'
import { fields } from '../../../shell/form'

/** What the series form takes beside the rule. */
export const seriesSchema = v.object({
  client_id: v.pipe(v.nullable(v.string()), v.string('required')),
  title: fields.line(200),
  description: fields.text(20_000),
  assign_to_client: v.boolean(),
  client_may_tick: v.boolean(),
  auto_complete: v.boolean(),
  assignee_id: v.nullable(v.string()),
})
