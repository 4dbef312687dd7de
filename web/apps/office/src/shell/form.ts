import { useCallback, useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { fieldSentence, fieldSentences, sentenceOf } from './problems'

/** What is wrong with a form: sentences by field, and one for the whole. */
export type FormState = {
  /** What is wrong with the fields, by their names. */
  errors: Record<string, string>
  /** What stands above the buttons, or null. */
  failure: string | null
  /** Parses the values. Null when a field is wrong; its sentence is then shown and its field gets the focus. */
  check<S extends v.GenericSchema>(schema: S, values: unknown): v.InferOutput<S> | null
  /** Shows what the server answered: fields by their pointers, anything else as one sentence. */
  fail(error: unknown): void
  /** A field is typed into: what was wrong with it is no longer said. */
  typed(name: string): void
  clear(): void
}

/** Keeps what is wrong with a form. The server decides; the schema only saves the round trip. */
export function useForm(): FormState {
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<string | null>(null)

  // Not before the sentences are on the page, however long that takes.
  const isNew = useRef(false)
  useEffect(() => {
    if (isNew.current && Object.keys(errors).length > 0) focusFirstInvalid()
    isNew.current = false
  }, [errors])
  const show = useCallback((found: Record<string, string>) => {
    isNew.current = true
    setErrors(found)
  }, [])

  const typed = useCallback((name: string) => {
    setErrors((before) => {
      if (!(name in before)) return before
      const { [name]: _, ...others } = before
      return others
    })
  }, [])

  const clear = useCallback(() => {
    setErrors({})
    setFailure(null)
  }, [])

  const check = useCallback(
    <S extends v.GenericSchema>(schema: S, values: unknown) => {
      const result = v.safeParse(schema, values)
      setFailure(null)
      if (result.success) {
        setErrors({})
        return result.output
      }
      const found: Record<string, string> = {}
      for (const issue of result.issues) {
        const name = String(issue.path?.[0]?.key ?? '')
        found[name] ??= fieldSentence(issue.message)
      }
      show(found)
      return null
    },
    [show],
  )

  const fail = useCallback(
    (error: unknown) => {
      const found = fieldSentences(error)
      show(found)
      const isAboutFields = Object.keys(found).length > 0
      setFailure(isAboutFields ? null : sentenceOf(error))
    },
    [show],
  )

  return { errors, failure, check, fail, typed, clear }
}

function focusFirstInvalid() {
  // The fields mark themselves in the same turn.
  setTimeout(() => {
    document.querySelector<HTMLElement>('form [aria-invalid="true"], form [data-invalid] input')?.focus()
  })
}

/** Field schemas; their messages are the codes that the server uses too. */
export const fields = {
  line: (max: number) => v.pipe(v.string(), v.trim(), v.nonEmpty('required'), v.maxLength(max, 'too_long')),
  optionalLine: (max: number) =>
    v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(max, 'too_long'),
      v.transform((text) => (text === '' ? null : text)),
    ),
  text: (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max, 'too_long')),
  email: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('required'),
    v.maxLength(254, 'too_long'),
    v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/u, 'invalid_email'),
  ),
}
