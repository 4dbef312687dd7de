import * as v from 'valibot'
import { fields } from '../../../shell/form'

/** What the "New client" form takes. */
export const newClientSchema = v.object({ name: fields.line(150), registry_code: fields.optionalLine(30) })

/** What the client's own form takes. */
export const clientSchema = v.object({
  ...newClientSchema.entries,
  documents_url: v.pipe(
    fields.optionalLine(2048),
    v.check((url) => url === null || /^https:\/\/./i.test(url), 'invalid_url'),
  ),
  digitisation_email: v.pipe(
    fields.optionalLine(254),
    v.check((email) => email === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(email), 'invalid_email'),
  ),
})
