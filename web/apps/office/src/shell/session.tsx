import type { OfficeSession } from '@sild/api'
import { queryOptions } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import { answer, api } from './api'
import { keys } from './query'

/** Who is signed in, and for which office. */
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: () => answer(api.GET('/api/office/session')),
  staleTime: 60_000,
})

const SessionContext = createContext<OfficeSession | null>(null)

/** Gives the session to every screen behind the sign-in. */
export function SessionProvider({ session, children }: { session: OfficeSession; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
}

/** The session of the signed-in member. */
export function useSession(): OfficeSession {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession needs a SessionProvider above it')
  return session
}

/** Whether the member may change what concerns the whole office. */
export function useIsAdmin(): boolean {
  return useSession().member.role !== 'member'
}
