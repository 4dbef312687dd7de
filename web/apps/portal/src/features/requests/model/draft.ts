/** A request that is not sent yet. */
export interface RequestDraft {
  subject: string
  text: string
}

/** Nothing typed. */
export const noRequest: RequestDraft = { subject: '', text: '' }
