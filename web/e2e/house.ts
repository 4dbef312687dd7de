import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test'
import { linkIn, type Machine, test as onMachine } from './machine.ts'
import { Person, type Session } from './person.ts'

const MINUTE = 60

type Named = { id: string; name: string }
type Titled = { id: string; title: string }
type List<Item> = { items: Item[] }

/** Who has a session: the demo's owner, a plain member and a contact, and the owner of an office that has nothing yet. */
export type Resident = 'owner' | 'member' | 'newcomer' | 'contact'

/** The demo office with people signed in, and beside it an office that has only just begun. */
export interface House {
  machine: Machine
  owner: Person
  contact: Person
  /** A browser in which somebody is signed in, the same each time. */
  browserOf(resident: Resident | undefined, options: BrowserContextOptions): Promise<BrowserContext>
  sessions: Record<Resident, Session>
  /** The ids of clients by their names. */
  clients: Record<string, string>
  /** The ids of the bakery's tasks and series by their titles. */
  tasks: Record<string, string>
  series: Record<string, string>
  /** Somebody who comes to the bakery's portal for the first time. */
  invite(name: string): Promise<string>
}

const bakery = 'Example Bakery OÜ'
/** A company that nothing waits for. */
export const quiet = 'Example Garage OÜ'

async function prepare(machine: Machine, browser: Browser): Promise<House> {
  const owner = await Person.signIn(browser, machine.ownerLink)
  const contact = await Person.signIn(browser, machine.contactLink)
  await contact.page.getByRole('button', { name: 'Skip' }).click()
  const { id } = await owner.post<Named>('/api/office/clients', { name: quiet, registry_code: '10000005' })
  await owner.call('PUT', `/api/office/clients/${id}/portal`, { is_open: true })
  const contacts = `/api/office/clients/${id}/contacts`
  await owner.post(contacts, { name: 'Demo Contact', email: 'contact@bakery.example', has_access: true })
  // What was assigned is announced.
  await machine.advance(10 * MINUTE)

  const clients = byName((await owner.get<List<Named>>('/api/office/clients')).items, ({ name }) => name)
  const client = clients[bakery] ?? ''
  const tasks = await owner.get<List<Titled>>(`/api/office/tasks?client_id=${client}&limit=100`)
  const completed = await owner.get<List<Titled>>(`/api/office/tasks?client_id=${client}&state=completed`)
  const series = await owner.get<List<Titled>>('/api/office/series')
  const sessions: Record<Resident, Session> = {
    owner: await owner.session(),
    member: await member(machine, owner, browser),
    newcomer: await newcomer(machine, browser),
    contact: await contact.session(),
  }
  const contexts = new Map<Resident | undefined, BrowserContext>()
  return {
    machine,
    owner,
    contact,
    sessions,
    async browserOf(resident, options) {
      const context = contexts.get(resident) ?? (await browser.newContext(options))
      contexts.set(resident, context)
      return context
    },
    clients,
    tasks: byName([...completed.items, ...tasks.items], ({ title }) => title),
    series: byName(series.items, ({ title }) => title),
    invite: (name) => invite(machine, owner, client, name),
  }
}

/** Gives the portal another colour. */
export async function paint(owner: Person, colour: string): Promise<void> {
  type Settings = { version: number; slug: string; name: string }
  const { version, slug, name } = await owner.get<Settings>('/api/office/portal')
  await owner.call('PUT', '/api/office/portal', { slug, name, colour }, version)
}

/** What the bakery asks: a request that waits, one that is answered and one that became a task, made once; ids by subjects. */
export async function asked({ owner, contact, clients }: House): Promise<Record<string, string>> {
  type Request = { id: string; subject: string }
  const { office } = await owner.get<{ office: { id: string } }>('/api/office/session')
  const requests = `/api/portal/${office.id}/clients/${clients[bakery]}/requests`
  const list = async () =>
    [...(await contact.get<List<Request>>(`${requests}?state=open`)).items].concat(
      (await contact.get<List<Request>>(`${requests}?state=finished`)).items,
    )
  if ((await list()).length === 0) {
    const ask = async (subject: string, text: string) =>
      (await contact.post<Request>(requests, { subject, text })).id
    const lease = await ask('How is the new lease booked?', 'The contract began in January.')
    await owner.post(`/api/office/requests/${lease}/messages`, {
      visibility: 'portal',
      text: 'Please send us the contract, then we book it with this month.',
    })
    const wages = await ask('A payslip of last year', 'One employee has lost hers.')
    await owner.post(`/api/office/requests/${wages}/convert`, {})
    await ask('A certificate for the bank', 'The bank wants a certificate that we have no tax debt.')
  }
  return byName(await list(), ({ subject }) => subject)
}

function byName<Item extends { id: string }>(items: Item[], name: (item: Item) => string) {
  return Object.fromEntries(items.map((item) => [name(item), item.id]))
}

/** Invites a plain member, who signs in. */
async function member(machine: Machine, owner: Person, browser: Browser): Promise<Session> {
  const email = 'second@demo.example'
  await owner.post('/api/office/members', { name: 'Second Accountant', email, role: 'member' })
  const person = await Person.signIn(browser, linkIn(await machine.newestMail(email, 1)))
  return person.session()
}

/** Signs an office up that has nothing yet. */
async function newcomer(machine: Machine, browser: Browser): Promise<Session> {
  const email = 'owner@bridge.example'
  const page = await browser.newPage()
  await page.goto(`${machine.office}/sign-up`)
  await page.getByLabel('Name of the office').fill('Bridge Accounting')
  await page.getByLabel('Your name').fill('Olivia Owner')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Create office' }).click()
  const link = linkIn(await machine.newestMail(email, 1))
  await page.close()
  const person = await Person.signIn(browser, link)
  return person.session()
}

/** Gives a new contact access, and the link of the mail that they ask for. */
async function invite(machine: Machine, owner: Person, client: string, name: string): Promise<string> {
  const email = `${name.toLowerCase().replace(/\W+/g, '-')}@bakery.example`
  await owner.post(`/api/office/clients/${client}/contacts`, { name, email, has_access: true })
  return askForLink(machine, owner.page.context().browser(), email)
}

/** Asks on the portal's login page for a link, and takes it out of the mail. */
export async function askForLink(machine: Machine, browser: Browser | null, email: string): Promise<string> {
  if (!browser) throw new Error('the browser has gone')
  const before = (await machine.mailsTo(email)).length
  const page = await browser.newPage()
  await page.goto(machine.portalAt('demo'))
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByRole('heading', { name: 'Check your inbox' }).waitFor()
  await page.close()
  return linkIn(await machine.newestMail(email, before + 1))
}

/** Tests in a house that was prepared once for their worker. */
export const test = onMachine.extend<object, { brand: string | null; house: House }>({
  /** The portal's colour; the demo's own where none is asked for. */
  brand: [null, { option: true, scope: 'worker' }],
  house: [
    async ({ machine, browser, brand }, use) => {
      const house = await prepare(machine, browser)
      if (brand !== null) await paint(house.owner, brand)
      await use(house)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})
