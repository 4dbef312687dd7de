import type { PortalProfile, PortalSession } from '@sild/api'
import type { QueryClient } from '@tanstack/react-query'
import { keys } from '../../../shell/keys.ts'

/** The header and the language of the app follow the profile at once. */
export function followProfile(
  queries: QueryClient,
  office: string,
  { name, email, language }: PortalProfile,
): void {
  queries.setQueryData<PortalSession>(keys.session(office), (session) => {
    if (!session) return session
    const { contact } = session
    const isSame = contact.name === name && contact.email === email && contact.language === language
    return isSame ? session : { ...session, contact: { ...contact, name, email, language } }
  })
}
