import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { linkIn, type Machine, test } from './machine.ts'
import { Person } from './person.ts'

const MINUTE = 60
/** How long a scanner with a browser looks at a page. */
const LOOKS_MILLIS = 10_000

type Named = { id: string }

/** A mail with a link, by what it is. */
type Kind =
  | 'sign-up'
  | 'member’s login'
  | 'member’s invitation'
  | 'contact’s login'
  | 'invitation'
  | 'announcement'
  | 'new address'
  | 'no more mails'

/** What a person presses on the page of a link, and what shows that it did its work. */
type Click = { button: string | RegExp; works(page: Page): Promise<void> }

const getsIn: Click = {
  // It says whose the link is.
  button: /^Continue as .\*\*\*@scanned\.example$/,
  async works(page) {
    await page.waitForURL((url) => url.pathname !== '/login')
    expect(await sessionsOf(page.context())).toHaveLength(1)
  },
}

const heading = (name: string) => async (page: Page) => {
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

const clicks: Partial<Record<Kind, Click>> = {
  'new address': { button: 'Confirm the address', works: heading('Your new address is in use') },
  'no more mails': { button: 'Stop these mails', works: heading('These mails have stopped') },
}
const clickOf = (kind: Kind): Click => clicks[kind] ?? getsIn

/** The cookies by which somebody is signed in. */
async function sessionsOf(context: BrowserContext) {
  return (await context.cookies()).filter(({ name }) => /^__Host-(office|p-)/.test(name))
}

/** Everything that a mail asks a person to press: a fresh link of each kind. */
async function linksOf(browser: Browser, machine: Machine, owner: Person): Promise<Map<Kind, string>> {
  const address = (who: string) => `${who}@scanned.example`
  const anybody = await browser.newPage()
  const ask = async (origin: string, path: string, body: object) => {
    await anybody.goto(`${origin}/login`)
    const status = await anybody.evaluate(
      async ({ path, body }) => {
        const headers = { 'content-type': 'application/json' }
        return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).status
      },
      { path, body },
    )
    expect(status).toBe(202)
  }
  await ask(machine.office, '/api/offices', {
    office_name: 'Scanned Accounting',
    person_name: 'Olivia Owner',
    email: address('founder'),
    language: 'en',
    time_zone: 'Europe/Tallinn',
  })
  for (const who of ['colleague', 'worker'])
    await owner.post('/api/office/members', { name: who, email: address(who), role: 'member' })
  // Whoever has been invited can ask for a login as well.
  await machine.newestMail(address('worker'), 1)
  await ask(machine.office, '/api/office-login', { email: address('worker') })

  const client = await owner.post<Named>('/api/office/clients', { name: 'Scanned Bakery' })
  const contact = (who: string) => ({ name: who, email: address(who), has_access: true })
  await owner.post(`/api/office/clients/${client.id}/contacts`, contact('invited'))
  await owner.post('/api/office/bulk-openings', { client_ids: [client.id], with_invitations: true })
  await machine.newestMail(address('invited'), 1)
  for (const who of ['told', 'asking'])
    await owner.post(`/api/office/clients/${client.id}/contacts`, contact(who))
  await ask(machine.portalAt('demo'), '/api/portals/demo/login', { email: address('asking') })
  await machine.newestMail(address('asking'), 1)
  const task = await owner.post<Named>('/api/office/tasks', { client_id: client.id, title: 'Bank statement' })
  await owner.post(`/api/office/tasks/${task.id}/assign`)
  await machine.advance(7 * MINUTE)
  await anybody.context().close()

  // Who has signed in changes their address; the link goes to the new one.
  const moving = await Person.signIn(browser, machine.contactLink)
  await moving.page.getByRole('button', { name: 'Skip' }).click()
  await moving.page.getByRole('button', { name: /Account and companies/ }).click()
  await moving.page.getByRole('link', { name: 'Profile' }).click()
  await moving.page.getByRole('button', { name: 'Change' }).click()
  await moving.page.getByLabel('New e-mail address').fill(address('moved'))
  await moving.page.getByRole('button', { name: 'Send the link' }).click()
  await machine.newestMail(address('moved'), 1)
  await moving.page.context().close()

  const oldest = async (who: string) => linkIn((await machine.mailsTo(address(who))).at(-1) ?? nothing(who))
  const newest = async (who: string) => linkIn((await machine.mailsTo(address(who))).at(0) ?? nothing(who))
  return new Map<Kind, string>([
    ['sign-up', await newest('founder')],
    ['member’s login', await newest('worker')],
    ['member’s invitation', await oldest('colleague')],
    ['contact’s login', await oldest('asking')],
    ['invitation', await oldest('invited')],
    ['announcement', await newest('told')],
    ['new address', await newest('moved')],
    [
      'no more mails',
      linkIn((await machine.mailsTo(address('told'))).at(0) ?? nothing('told'), '/api/unsubscribe/'),
    ],
  ])
}

function nothing(who: string): never {
  throw new Error(`no mail for ${who}`)
}

/** Asks for a link as a mail scanner without a browser does: three times, its head, and as a prefetch. */
async function fetchAsScanner(request: APIRequestContext, link: string): Promise<void> {
  const { host, port, pathname, search } = new URL(link)
  // Only browsers know `*.localhost`; from here the machine is asked by its address.
  const address = `http://127.0.0.1:${port}${pathname}${search}`
  for (const [method, more] of [
    ['GET', {}],
    ['GET', {}],
    ['GET', {}],
    ['HEAD', {}],
    ['GET', { 'sec-purpose': 'prefetch', purpose: 'prefetch' }],
  ] as const) {
    const answer = await request.fetch(address, { method, headers: { host, ...more } })
    expect(answer.status(), `${method} ${link}`).toBe(200)
    expect(answer.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie')).toEqual([])
  }
}

/** Opens a link in a browser that runs scripts and clicks nothing. */
async function lookAsScanner(browser: Browser, kind: Kind, link: string): Promise<void> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  await page.waitForTimeout(LOOKS_MILLIS)
  await expect(page.getByRole('button', { name: clickOf(kind).button })).toBeVisible()
  expect(await sessionsOf(context), `${kind} let a scanner in`).toEqual([])
  await context.close()
}

test('S20, S49–S55: no scanner spends a link of a mail or gets in by it; the person does', async ({
  browser,
  machine,
  playwright,
}) => {
  const owner = await Person.signIn(browser, machine.ownerLink)
  const links = await linksOf(browser, machine, owner)
  const request = await playwright.request.newContext()
  await Promise.all(
    [...links].map(async ([kind, link]) => {
      await fetchAsScanner(request, link)
      await lookAsScanner(browser, kind, link)
    }),
  )
  await request.dispose()
  for (const [kind, link] of links) {
    await test.step(`${kind}: its person presses it`, async () => {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(link)
      await page.getByRole('button', { name: clickOf(kind).button }).click()
      await clickOf(kind).works(page)
      await context.close()
    })
  }
})
