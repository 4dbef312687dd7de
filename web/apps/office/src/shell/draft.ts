import { useEffect, useRef, useState } from 'react'
import { useSession } from './session'

const PLACES = 'sild.draft.'

/** A form whose words outlive a reload: what is typed is kept in this window for its writer alone. */
export type FormDraft = {
  /** The form shows what was typed earlier and not saved. */
  isReturning: boolean
  /** It has been saved, or its writer gave it up. */
  forget: () => void
  /** Begins anew, as if nothing had been typed. */
  discard: () => void
}

/** That of a form that stays open when it has been saved. */
export type LastingDraft<T> = FormDraft & {
  /** What stands in the form now is what is saved: what is typed from here on is kept. */
  goOnFrom: (saved: T) => void
}

/** Keeps the values of a form until they are saved; `restore` puts earlier ones into its fields. */
export function useDraft<T extends object>(
  about: string,
  values: T,
  restore: (values: T) => void,
): LastingDraft<T> {
  const { member } = useSession()
  // What it is about may have moved on since it opened; its writer has not.
  const [place] = useState(`${PLACES}${member.id}.${about}`)
  const [nothing, setNothing] = useState(values)
  const [kept] = useState(() => read<T>(place))
  const [isReturning, setReturning] = useState(kept !== null)
  const last = useRef(JSON.stringify(values))
  const isForgotten = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is restored once, when the form opens.
  useEffect(() => {
    if (kept !== null) restore({ ...nothing, ...kept })
  }, [])

  useEffect(() => {
    const now = JSON.stringify(values)
    if (now === last.current || isForgotten.current) return
    last.current = now
    keep(place, now === JSON.stringify(nothing) ? null : now)
  }, [place, nothing, values])

  return {
    isReturning,
    forget() {
      isForgotten.current = true
      keep(place, null)
    },
    discard() {
      restore(nothing)
      keep(place, null)
      setReturning(false)
    },
    goOnFrom(saved) {
      last.current = JSON.stringify(saved)
      setNothing(saved)
      keep(place, null)
      setReturning(false)
    },
  }
}

/** Whether somebody has begun to write about something and not saved it. */
export function useHasDraft(about: string): boolean {
  const { member } = useSession()
  const [has] = useState(() => read(`${PLACES}${member.id}.${about}`) !== null)
  return has
}

function read<T extends object>(place: string): Partial<T> | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null')
    return typeof kept === 'object' ? (kept as Partial<T> | null) : null
  } catch {
    // A draft that cannot be read is no draft.
    return null
  }
}

function keep(place: string, draft: string | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, draft)
  } catch {
    // Without storage the draft lives as long as the form.
  }
}
