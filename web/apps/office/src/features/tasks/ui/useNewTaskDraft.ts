import type { Dispatch, SetStateAction } from 'react'
import { useDraft } from '../../../shell/draft'
import type { NewTask } from '../model/schemas'

/** A part of the form as `useState` gives it. */
type State<T> = [T, Dispatch<SetStateAction<T>>]

/** Keeps a new task until it is made: one that is begun at a client is that client's. */
export function useNewTaskDraft(
  clientId: string | null,
  [values, setValues]: State<NewTask>,
  [items, setItems]: State<string[]>,
  [isAssigning, setAssigning]: State<boolean>,
) {
  return useDraft(`new-task.${clientId ?? ''}`, { values, items, isAssigning }, (kept) => {
    setValues(kept.values)
    setItems(kept.items)
    setAssigning(kept.isAssigning)
  })
}
