import type { Body, LoginOutcome } from '@sild/api'
import { answer, api, idempotent } from '../../../shell/api'

/** Founds an office; it exists once the mailed link is used. */
export const signUpOffice = (body: Body<'sign_up_office'>, key: string) =>
  answer(api.POST('/api/offices', { body, headers: idempotent(key) }))

/** Asks for a login link. The answer is the same whether the address is known or not. */
export const requestLogin = (email: string, target: string | null) =>
  answer(api.POST('/api/office-login', { body: { email, target } }))

/** Whose a link is and whether it can be used; nothing is spent. */
export const getLink = (token: string) => answer(api.POST('/api/login/link', { body: { token } }))

/** Spends a login link: only ever from a person's press. */
export const redeemLink = (token: string): Promise<LoginOutcome> =>
  answer(api.POST('/api/login/redeem', { body: { token } }))

/** Spends the typed code of the mail, in the browser that asked for it. */
export const redeemCode = (code: string): Promise<LoginOutcome> =>
  answer(api.POST('/api/login/code', { body: { code } }))

/** Has a new link sent for a spent or expired one. */
export const renewLink = (token: string) => answer(api.POST('/api/login/renew', { body: { token } }))
