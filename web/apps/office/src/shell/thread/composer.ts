/** Who will read what is being written. */
type ComposerMode = 'internal' | 'portal'

/** What stands in the composer. */
export type Draft = { mode: ComposerMode; text: string; replyTo: string | null }

/** A change of the draft that waits for a yes, because it would turn internal text into text for the client. */
type Pending = { replyTo: string | null }

/** The composer: a draft, and a question that must be answered before anything internal goes outward. */
export type ComposerState = { draft: Draft; pending: Pending | null }

/** What can happen in the composer. */
export type ComposerEvent =
  | { type: 'write'; text: string }
  | { type: 'mode'; mode: ComposerMode; hasFiles: boolean }
  | { type: 'reply'; message: string; hasFiles: boolean }
  | { type: 'dropReply' }
  | { type: 'confirm' }
  | { type: 'keep' }
  | { type: 'sent' }

/** An empty composer writes internally. */
export const EMPTY_DRAFT: Draft = { mode: 'internal', text: '', replyTo: null }

/** The next state of the composer. Internal text never becomes a message to the client without `confirm`. */
export function compose(state: ComposerState, event: ComposerEvent): ComposerState {
  const { draft, pending } = state
  switch (event.type) {
    case 'write':
      return { ...state, draft: { ...draft, text: event.text } }
    case 'mode':
      if (event.mode === draft.mode) return state
      if (event.mode === 'internal')
        return { draft: { ...draft, mode: 'internal', replyTo: null }, pending: null }
      return outward(state, draft.replyTo, event.hasFiles)
    case 'reply':
      if (draft.mode === 'portal') return { ...state, draft: { ...draft, replyTo: event.message } }
      return outward(state, event.message, event.hasFiles)
    case 'dropReply':
      return { ...state, draft: { ...draft, replyTo: null } }
    case 'confirm':
      return pending === null
        ? state
        : { draft: { ...draft, mode: 'portal', replyTo: pending.replyTo }, pending: null }
    case 'keep':
      return { draft, pending: null }
    case 'sent':
      // Whoever chose to reply while this was on its way does so now: nothing internal is left to ask about.
      return pending === null
        ? { draft: { ...EMPTY_DRAFT, mode: draft.mode }, pending: null }
        : { draft: { mode: 'portal', text: '', replyTo: pending.replyTo }, pending: null }
  }
}

function outward({ draft }: ComposerState, replyTo: string | null, hasFiles: boolean): ComposerState {
  const isEmpty = draft.text.trim() === '' && !hasFiles
  if (isEmpty) return { draft: { ...draft, mode: 'portal', replyTo }, pending: null }
  return { draft, pending: { replyTo } }
}

/** The draft kept for a task or request in this window, or an empty one. */
export function loadDraft(subject: string): Draft {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(draftKey(subject)) ?? 'null')
    if (isDraft(stored)) return stored
  } catch {
    // A draft that cannot be read is no draft.
  }
  return EMPTY_DRAFT
}

/** Keeps the draft until it is sent or the person signs out. */
export function saveDraft(subject: string, draft: Draft): void {
  try {
    if (draft.text === '') sessionStorage.removeItem(draftKey(subject))
    else sessionStorage.setItem(draftKey(subject), JSON.stringify(draft))
  } catch {
    // Without storage the draft lives as long as the screen.
  }
}

const draftKey = (subject: string) => `sild.draft.${subject}`

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const { mode, text, replyTo } = value as Record<string, unknown>
  return (
    (mode === 'internal' || mode === 'portal') &&
    typeof text === 'string' &&
    (replyTo === null || typeof replyTo === 'string')
  )
}
