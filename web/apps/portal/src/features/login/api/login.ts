import type { EmailChanged, LoginLink, LoginOutcome } from '@sild/api'
import { sendJson } from '@sild/api/lean'

/** Asks for a link. The answer is the same for every address. */
export function requestLogin(slug: string, email: string, target: string | null): Promise<unknown> {
  return sendJson(`/api/portals/${slug}/login`, { email, target })
}

/** Whose the link is and whether it can be used; nothing is spent. */
export function getLink(token: string): Promise<LoginLink> {
  return sendJson('/api/login/link', { token })
}

/** Spends the link; the session comes as a cookie. */
export function redeemLink(token: string): Promise<LoginOutcome> {
  return sendJson('/api/login/redeem', { token })
}

/** Spends the typed code of the mail that this browser asked for. */
export function redeemCode(code: string): Promise<LoginOutcome> {
  return sendJson('/api/login/code', { code })
}

/** Spends the link of a mail to a new address, which counts from then on. */
export function confirmEmail(token: string): Promise<EmailChanged> {
  return sendJson('/api/email-change/confirm', { token })
}

/** Sends a new link to the address of a spent or expired one. */
export function renewLink(token: string): Promise<unknown> {
  return sendJson('/api/login/renew', { token })
}
