import type { APIRequestContext } from '@playwright/test'
import { expect } from '@playwright/test'

const port = new URL(process.env.E2E_ORIGIN ?? '').port

/** Where the office app is. */
export const OFFICE = `http://app.localhost:${port}`

/** Where a portal is. */
export const portalAt = (slug: string) => `http://${slug}.localhost:${port}`

// Only browsers know `*.localhost`; from here the machine is asked by its address.
const LOCAL = `http://127.0.0.1:${port}/_local`

/** A mail that left. */
export type Mail = { id: string; to: string; subject: string; text: string; html: string; at: string }

/** All mails to an address, newest first. */
export async function mailsTo(request: APIRequestContext, address: string): Promise<Mail[]> {
  const answer = await request.get(`${LOCAL}/mail`)
  expect(answer.ok()).toBe(true)
  const mails = (await answer.json()) as Mail[]
  return mails.filter((mail) => mail.to === address)
}

/** Waits until an address has so many mails, and gives the newest. */
export async function newestMail(request: APIRequestContext, address: string, count: number): Promise<Mail> {
  await expect.poll(async () => (await mailsTo(request, address)).length, { timeout: 20_000 }).toBe(count)
  const [newest] = await mailsTo(request, address)
  if (!newest) throw new Error(`no mail to ${address}`)
  return newest
}

/** The first link of a mail's text. */
export function linkIn(mail: Mail): string {
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0]
  if (!link) throw new Error(`no link in “${mail.subject}”`)
  return link
}

/** Moves the clock of the machine; everything that is due on the way happens. */
export async function advance(request: APIRequestContext, seconds: number): Promise<void> {
  const answer = await request.post(`${LOCAL}/clock`, {
    data: { advance_seconds: seconds },
    timeout: 400_000,
  })
  expect(answer.ok(), await answer.text()).toBe(true)
}
