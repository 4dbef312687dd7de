/** A message that is not sent yet. */
export interface Draft {
  text: string
  replyTo: string | null
}

const nothing: Draft = { text: '', replyTo: null }
const place = (task: string): string => `sild.draft.${task}`

/** The draft of a task that this tab keeps, or an empty one. */
export function readDraft(task: string): Draft {
  try {
    const kept = sessionStorage.getItem(place(task))
    return kept === null ? nothing : { ...nothing, ...(JSON.parse(kept) as Partial<Draft>) }
  } catch {
    return nothing
  }
}

/** Keeps the draft until the tab is closed; an empty one is forgotten. */
export function keepDraft(task: string, draft: Draft): void {
  try {
    if (draft.text === '' && draft.replyTo === null) sessionStorage.removeItem(place(task))
    else sessionStorage.setItem(place(task), JSON.stringify(draft))
  } catch {
    // The tab may keep nothing; the text is still in the field.
  }
}
