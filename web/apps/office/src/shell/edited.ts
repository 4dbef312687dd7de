import { useState } from 'react'

type Values = Record<string, string | boolean | string[]>

/** A form over something that others may change meanwhile. */
export type Edited<T extends Values> = {
  values: T
  set: (change: Partial<T>) => void
  /** Whether the person has changed this. */
  isChanged: (name: keyof T) => boolean
  /** What others have changed since the form opened and the person has changed too. */
  theirs: (keyof T)[]
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * Keeps what a person edits. When `current` changes under it, what they have not touched follows, what they have touched
 * stays, and `theirs` names where both have changed something.
 */
export function useEdited<T extends Values>(current: T): Edited<T> {
  const [base, setBase] = useState(current)
  const [values, setValues] = useState(current)
  const [theirs, setTheirs] = useState<(keyof T)[]>([])

  if (!same(current, base)) {
    const names = Object.keys(current) as (keyof T)[]
    const touched = names.filter((name) => !same(values[name], base[name]))
    const moved = names.filter((name) => !same(current[name], base[name]))
    setBase(current)
    setValues({ ...current, ...Object.fromEntries(touched.map((name) => [name, values[name]])) })
    setTheirs((known) => [...new Set([...known, ...moved.filter((name) => touched.includes(name))])])
  }

  return {
    values,
    set: (change) => setValues((known) => ({ ...known, ...change })),
    isChanged: (name) => !same(values[name], base[name]),
    theirs: theirs.filter((name) => !same(values[name], base[name])),
  }
}

/** Of checked values those that the person changed: what others did to the rest stays. */
export function changedOf<T extends Values, C extends object>(edited: Edited<T>, checked: C): Partial<C> {
  const entries = Object.entries(checked).filter(([name]) => edited.isChanged(name))
  return Object.fromEntries(entries) as Partial<C>
}
