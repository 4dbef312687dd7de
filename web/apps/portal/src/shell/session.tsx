import { answer, type PortalBoot, type PortalBranding, type PortalSession } from '@sild/api'
import type { Language } from '@sild/i18n'
import { useQuery } from '@tanstack/react-query'
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect } from 'preact/hooks'
import { api } from './api.ts'
import { loadMessages } from './i18n.ts'
import { keys } from './keys.ts'

/** What the page began with: somebody is signed in. */
export type SignedInBoot = PortalBoot & { session: PortalSession }

interface Current {
  branding: PortalBranding
  session: PortalSession
  boot: SignedInBoot
}

const Context = createContext<Current | null>(null)

/**
 * Gives everything below it the session, which begins as the page brought it and stays fresh. When its person chose another
 * language than the one that is shown, here or elsewhere, `onLanguage` is called as soon as the words are there.
 */
export function SessionProvider({
  boot,
  language,
  onLanguage,
  children,
}: {
  boot: SignedInBoot
  language: Language
  onLanguage: (language: Language) => void
  children: ComponentChildren
}) {
  const office = boot.branding.office_id
  const { data, dataUpdatedAt } = useQuery({
    queryKey: keys.session(office),
    queryFn: () => answer(api.GET('/api/portal/{office}/session', { params: { path: { office } } })),
    initialData: boot.session,
    staleTime: 60_000,
  })
  const { contact, time_zone } = data
  const wanted = contact.language
  // biome-ignore lint/correctness/useExhaustiveDependencies: words that could not be loaded are tried again with each answer.
  useEffect(() => {
    if (wanted === language) return
    loadMessages(wanted, 'app', time_zone).then(
      () => onLanguage(wanted),
      () => undefined,
    )
  }, [wanted, language, time_zone, onLanguage, dataUpdatedAt])
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
