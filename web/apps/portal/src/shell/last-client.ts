import type { PortalSession } from '@sild/api'

const place = (office: string): string => `sild.client.${office}`

/** Remembers in this browser which company somebody worked for last. */
export function rememberClient(office: string, client: string): void {
  try {
    localStorage.setItem(place(office), client)
  } catch {
    // A browser may keep nothing; then the next visit begins with the first company.
  }
}

/** The company to begin with: the last one if it is still open, else what the server suggests, else the first. */
export function firstClient(office: string, session: PortalSession, suggested: string | null): string | null {
  let last: string | null = null
  try {
    last = localStorage.getItem(place(office))
  } catch {
    // Nothing is kept.
  }
  const open = (id: string | null): boolean => session.clients.some((client) => client.id === id)
  if (open(last)) return last
  if (open(suggested)) return suggested
  return session.clients[0]?.id ?? null
}
