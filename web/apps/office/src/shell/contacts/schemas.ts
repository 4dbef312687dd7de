import * as v from 'valibot'
import { fields } from '../form'

/** What the form of a new contact takes. */
export const newContactSchema = v.object({
  name: fields.line(100),
  email: fields.email,
  phone: fields.optionalLine(30),
  language: v.picklist(['en', 'et', 'fi'], 'invalid_format'),
  has_access: v.boolean(),
})

/** What can be changed of a contact: their address is their login and stays. */
export const contactSchema = v.omit(newContactSchema, ['email'])
