import * as v from 'valibot'

/** An address part that is wrong counts as left out. */
const lenient = <S extends v.GenericSchema>(schema: S) =>
  v.optional(v.fallback(v.optional(schema), undefined))

/** What the list of contacts shows, as it stands in the address. */
export const contactFilterSchema = v.object({
  search: lenient(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
  archived: lenient(v.literal(true)),
})

/** What the list of contacts shows. */
export type ContactFilter = v.InferOutput<typeof contactFilterSchema>
