/** A message that is not sent yet. */
export interface Draft {
  text: string
  replyTo: string | null
}

/** Nothing typed, and nothing answered. */
export const noDraft: Draft = { text: '', replyTo: null }
