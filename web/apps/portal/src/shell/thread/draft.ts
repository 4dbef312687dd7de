/** A message that is not sent yet. */
export interface Draft {
  text: string
  replyTo: string | null
}

const nothing: Draft = { text: '', replyTo: null }
const place = (subject: string): string => `sild.draft.${subject}`

/** The draft about a task or request that this tab keeps, or an empty one. */
export function readDraft(subject: string): Draft {
  try {
    const kept = sessionStorage.getItem(place(subject))
    return kept === null ? nothing : { ...nothing, ...(JSON.parse(kept) as Partial<Draft>) }
  } catch {
    return nothing
  }
}

/** Keeps the draft until the tab is closed; an empty one is forgotten. */
export function keepDraft(subject: string, draft: Draft): void {
  try {
    if (draft.text === '' && draft.replyTo === null) sessionStorage.removeItem(place(subject))
    else sessionStorage.setItem(place(subject), JSON.stringify(draft))
  } catch {
    // The tab may keep nothing; the text is still in the field.
  }
}
