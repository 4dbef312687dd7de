import type { Body } from '@sild/api'
import { createContext } from 'react'

/** What an edit of a task holds for: this one, or also all that its series makes from now on (S41). */
export type EditScope = 'one' | 'following'

/** The scope that is chosen for the task on the screen. */
export const EditScopeContext = createContext<EditScope>('one')
EditScopeContext.displayName = 'EditScope'

/** The edit as it is sent: a deadline is each task's own and never holds for those that follow. */
export function inScope(edit: Body<'update_task'>, scope: EditScope): Body<'update_task'> {
  return scope === 'following' && !('due' in edit) ? { ...edit, and_following: true } : edit
}
