import * as v from 'valibot'
import { fields } from '../../../shell/form'

/** What the sign-in form takes. */
export const signInSchema = v.object({ email: fields.email })

/** What the sign-up form takes. */
export const signUpSchema = v.object({
  office_name: fields.line(150),
  person_name: fields.line(100),
  email: fields.email,
  language: v.picklist(['en', 'et', 'fi'], 'invalid'),
  time_zone: v.pipe(v.string(), v.nonEmpty('required')),
})

/** A typed code from a mail. */
export const codeSchema = v.object({ code: v.pipe(v.string(), v.nonEmpty('required')) })
