import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Person, Session } from './person.ts'

/** Where accountants work, whatever device the project is about. */
const desk: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  isMobile: false,
  hasTouch: false,
  deviceScaleFactor: 1,
}

/** A page at a desk: with somebody's session, or of nobody yet. */
export async function atDesk(browser: Browser, session?: Session): Promise<Page> {
  const context = await browser.newContext({ ...desk, ...(session ? { storageState: session } : {}) })
  return context.newPage()
}

/** Presses as people do: on a phone by touch. */
export async function press(target: Locator): Promise<void> {
  if (await target.evaluate(() => matchMedia('(pointer: coarse)').matches)) await target.tap()
  else await target.click()
}

/** Turns a switch, whose input lies hidden below what is drawn. */
export async function turn(place: Page | Locator, name: string | RegExp): Promise<void> {
  await place.getByRole('switch', { name }).click({ force: true })
}

/** Chooses in a list that opens below a button. */
export async function choose(place: Page | Locator, label: string | RegExp, option: string): Promise<void> {
  await place.getByRole('button', { name: label }).click()
  const page = 'page' in place ? (place as Locator).page() : place
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** A member of the office gets in by the link of a mail. */
export async function enterOffice(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

/** A contact gets in on a phone by the link of a mail; whoever comes for the first time leaves the welcome out. */
export async function enterPortal(page: Page, link: string, isFirst = true): Promise<void> {
  await page.goto(link)
  await press(page.getByRole('button', { name: 'Continue' }))
  if (!isFirst) return
  // The entry counts once it is remembered.
  const remembered = page.waitForResponse(/\/welcome-seen$/)
  await press(page.getByRole('dialog').getByRole('button', { name: 'Skip' }))
  await remembered
}

/** A client whose contacts have access, as soon as its portal is open. */
export async function newClient(
  owner: Person,
  name: string,
  contacts: Record<string, string>,
): Promise<string> {
  const { id } = await owner.post<{ id: string }>('/api/office/clients', { name })
  for (const [name, email] of Object.entries(contacts))
    await owner.post(`/api/office/clients/${id}/contacts`, { name, email, has_access: true })
  return id
}
