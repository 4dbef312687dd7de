import * as v from 'valibot'
import { fields } from '../../../shell/form'

/** What the "New client" form and the client's own form take. */
export const clientSchema = v.object({ name: fields.line(150), registry_code: fields.optionalLine(30) })

/** What the contact form takes. */
export const contactSchema = v.object({
  name: fields.line(100),
  email: fields.email,
  phone: fields.optionalLine(30),
  language: v.picklist(['en', 'et', 'fi'], 'invalid_format'),
  has_access: v.boolean(),
})
