import { answer, type PortalBoot, type PortalBranding, type PortalSession } from '@sild/api'
import { useQuery } from '@tanstack/react-query'
import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { api } from './api.ts'
import { keys } from './keys.ts'

/** What the page began with: somebody is signed in. */
export type SignedInBoot = PortalBoot & { session: PortalSession }

interface Current {
  branding: PortalBranding
  session: PortalSession
  boot: SignedInBoot
}

const Context = createContext<Current | null>(null)

/** Gives everything below it the session, which begins as the page brought it and stays fresh. */
export function SessionProvider({ boot, children }: { boot: SignedInBoot; children: ComponentChildren }) {
  const office = boot.branding.office_id
  const { data } = useQuery({
    queryKey: keys.session(office),
    queryFn: () => answer(api.GET('/api/portal/{office}/session', { params: { path: { office } } })),
    initialData: boot.session,
    staleTime: 60_000,
  })
  return (
    <Context.Provider value={{ branding: boot.branding, session: data, boot }}>{children}</Context.Provider>
  )
}

/** The office's branding and the current session. */
export function useCurrent(): Current {
  const current = useContext(Context)
  if (!current) throw new Error('useCurrent needs a SessionProvider above it')
  return current
}

/** Which client the screen is about: the ids that nearly every call needs. */
export interface Scope {
  office: string
  client: string
}
