import { useState } from 'preact/hooks'
import { useCurrent } from './session.tsx'

const places = 'sild.draft.'

function read<T extends object>(place: string, nothing: T): T {
  try {
    const kept = localStorage.getItem(place)
    return kept === null ? nothing : { ...nothing, ...(JSON.parse(kept) as Partial<T>) }
  } catch {
    return nothing
  }
}

function keep<T extends object>(place: string, draft: T, nothing: T): void {
  try {
    if (JSON.stringify(draft) === JSON.stringify(nothing)) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify(draft))
  } catch {
    // A browser may keep nothing; the text is still in its field.
  }
}

/**
 * What somebody typed about something and has not sent yet. This browser keeps it for them alone, over a reload and over
 * a session that ends: the link of the next mail may well open in another tab.
 */
export function useDraft<T extends object>(about: string, nothing: T): readonly [T, (draft: T) => void] {
  const { session } = useCurrent()
  const place = `${places}${session.contact.id}.${about}`
  const [draft, setDraft] = useState(() => read(place, nothing))
  const change = (next: T): void => {
    keep(place, next, nothing)
    setDraft(next)
  }
  return [draft, change]
}

/** Who signs out leaves nothing behind. */
export function forgetDrafts(): void {
  try {
    for (const place of Object.keys(localStorage)) {
      if (place.startsWith(places)) localStorage.removeItem(place)
    }
  } catch {
    // Nothing was kept.
  }
}
