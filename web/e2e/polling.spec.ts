import { type BrowserContext, expect, type Page } from '@playwright/test'
import { type House, test } from './house.ts'

const bakery = 'Example Bakery OÜ'
const title = 'Receipts for fuel and parking'

/** What a page asks the API from now on, with how it was answered. */
function listen(page: Page): { path: string; status: number; asksForNews: boolean }[] {
  const asked: ReturnType<typeof listen> = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (!pathname.startsWith('/api/')) return
    const asksForNews = response.request().headers()['if-none-match'] !== undefined
    asked.push({ path: pathname, status: response.status(), asksForNews })
  })
  return asked
}

/** Whether somebody looks at the page: another tab is in front of it, or it is. */
async function show(page: Page, isShown: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    },
    (isShown ? 'visible' : 'hidden') as DocumentVisibilityState,
  )
}

/** A page whose clock the test turns, once nothing moves on it any more. */
async function openStill(context: BrowserContext, url: string, heading: string): Promise<Page> {
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  await page.waitForLoadState('networkidle')
  return page
}

type Looked = { url: string; heading: string; what: string }

/** Pages that stay open for long: whose, where, and what they ask. */
const pages: Record<string, { who: 'contact' | 'owner'; at: (house: House) => Looked }> = {
  'a contact’s task': {
    who: 'contact',
    at: ({ machine, clients, tasks }) => ({
      url: `${machine.portalAt('demo')}/c/${clients[bakery]}/tasks/${tasks[title]}`,
      heading: title,
      what: `tasks/${tasks[title]}`,
    }),
  },
  'a contact’s list': {
    who: 'contact',
    at: ({ machine, clients }) => ({
      url: `${machine.portalAt('demo')}/c/${clients[bakery]}/tasks`,
      heading: 'Tasks',
      what: '/tasks',
    }),
  },
  'the inbox of the office': {
    who: 'owner',
    at: ({ machine }) => ({ url: `${machine.office}/inbox`, heading: 'Inbox', what: '/api/office/requests' }),
  },
  'the clients of the office': {
    who: 'owner',
    at: ({ machine }) => ({
      url: `${machine.office}/clients`,
      heading: 'Clients',
      what: '/api/office/clients',
    }),
  },
}

for (const [name, { who, at }] of Object.entries(pages)) {
  test(`${name}: looks for news each minute, asks for them only, and rests while nobody looks`, async ({
    house,
    browser,
  }) => {
    const { url, heading, what } = at(house)
    const context = await browser.newContext({ storageState: house.sessions[who] })
    const page = await openStill(context, url, heading)
    const asked = listen(page)
    const looks = () => asked.filter(({ path }) => path.endsWith(what))

    for (const _minute of [1, 2]) {
      asked.length = 0
      await page.clock.runFor('01:01')
      await expect.poll(() => looks().length).toBeGreaterThanOrEqual(1)
    }
    expect(looks().at(-1), 'nothing is new').toMatchObject({ status: 304, asksForNews: true })

    await show(page, false)
    // What is asked is answered by then: the machine is near.
    await page.waitForTimeout(500)
    asked.length = 0
    await page.clock.runFor('15:00')
    await page.waitForTimeout(500)
    expect(asked).toEqual([])

    await show(page, true)
    await expect.poll(() => looks().length, 'whoever looks again sees what is new').toBeGreaterThanOrEqual(1)
    await context.close()
  })
}
