/** A request that is not sent yet. */
export interface RequestDraft {
  subject: string
  text: string
}

const nothing: RequestDraft = { subject: '', text: '' }
const place = (client: string): string => `sild.request.${client}`

/** What this tab keeps of a request to be sent for a client, or an empty one. */
export function readRequestDraft(client: string): RequestDraft {
  try {
    const kept = sessionStorage.getItem(place(client))
    return kept === null ? nothing : { ...nothing, ...(JSON.parse(kept) as Partial<RequestDraft>) }
  } catch {
    return nothing
  }
}

/** Keeps it until the tab is closed; an empty one is forgotten. */
export function keepRequestDraft(client: string, draft: RequestDraft): void {
  try {
    if (draft.subject === '' && draft.text === '') sessionStorage.removeItem(place(client))
    else sessionStorage.setItem(place(client), JSON.stringify(draft))
  } catch {
    // The tab may keep nothing; the text is still in the field.
  }
}
