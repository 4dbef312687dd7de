import { isProblem } from '@sild/api'

/** Somebody else gave it another value while it was being changed here. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/** What saving one part of something with a version needs to know. */
interface Saving<T extends { version: number }, V> {
  /** What is known of the whole. */
  known: T
  /** The part, in the whole. */
  part: (of: T) => V
  /** What the person saw when they began, and what they made of it. */
  from: V
  to: V
  save: (version: number) => Promise<T>
  reload: () => Promise<T>
}

/**
 * Saves one part. A version that went on because of another part does not matter: the change is made once more, from what
 * stands now. Only where this very part became something else meanwhile it is {@link Overtaken}, and nothing is saved.
 */
export async function savePart<T extends { version: number }, V>(saving: Saving<T, V>): Promise<T> {
  const { part, from, to, save, reload } = saving
  const saveFrom = async (known: T): Promise<T> => {
    const now = part(known)
    if (now !== from && now !== to) throw new Overtaken()
    return save(known.version)
  }
  try {
    return await saveFrom(saving.known)
  } catch (error) {
    if (!isProblem(error, 'version_mismatch')) throw error
    return saveFrom(await reload())
  }
}
