import { createContext } from 'react'

/** What an edit of a task holds for: this one, or also all that its series makes from now on (S41). */
export type EditScope = 'one' | 'following'

/** The scope that is chosen for the task on the screen. */
export const EditScopeContext = createContext<EditScope>('one')
EditScopeContext.displayName = 'EditScope'
