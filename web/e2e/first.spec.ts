import { expect, type Page } from '@playwright/test'
import { test } from './house.ts'

const LISTS = {
  '/inbox': 'Inbox',
  '/overview': 'Overview',
  '/tasks': 'Tasks',
  '/requests': 'Requests',
  '/clients': 'Clients',
  '/contacts': 'Contacts',
  '/series': 'Series',
}
const NAMES = Object.values(LISTS)
const NOTE = 'What clients ask, write and finish, until somebody has dealt with it.'
const SIZES = {
  desk: { width: 1280, height: 800 },
  'wide desk': { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
}

/** Where the words of the navigation and the head of the screen stand, in whole pixels. */
function places(page: Page, texts: string[]): Promise<Record<string, number[]>> {
  return page.evaluate((texts) => {
    const found: Record<string, number[]> = {}
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode
      if (textContent === null || parentElement === null || !texts.includes(textContent)) continue
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      const { x, y, width } = range.getBoundingClientRect()
      if (width < 2) continue
      const kind = parentElement.closest('ul') ? 'entry' : 'head'
      found[`${kind}: ${textContent}`] ??= [x, y, width].map(Math.round)
    }
    return found
  }, texts)
}

for (const [device, viewport] of Object.entries(SIZES)) {
  test(`on a slow line the office stands there before the app, and the app takes its place: ${device}`, async ({
    house,
    browser,
  }) => {
    const { machine, sessions } = house
    const context = await browser.newContext({ storageState: sessions.owner, viewport, colorScheme: 'dark' })
    const page = await context.newPage()
    for (const [path, name] of Object.entries(LISTS)) {
      let letGo = () => {}
      const held = new Promise<void>((resolve) => {
        letGo = resolve
      })
      await page.route('**/assets/app-*.js', async (route) => {
        await held
        await route.continue()
      })
      await page.goto(machine.office + path, { waitUntil: 'commit' })
      await expect(page.getByText(name, { exact: true }).first()).toBeVisible()
      await expect(page.getByRole('heading'), 'whoever listens waits for the app').toHaveCount(0)
      const texts = path === '/inbox' ? [...NAMES, NOTE] : NAMES
      const first = await places(page, texts)
      letGo()
      // Nothing is waited for that has come.
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible({ timeout: 5000 })
      await expect(page.getByRole('button', { name: /^Notifications/ })).toBeVisible()
      await expect(page.locator('#first')).toHaveCount(0)
      expect(Object.keys(first), path).toHaveLength(texts.length + 1)
      expect(await places(page, texts), path).toMatchObject(first)
      await page.unroute('**/assets/app-*.js')
    }
    await context.close()
  })
}

test('it stays until it is known who is signed in, and says so when the app does not come', async ({
  house,
  browser,
}) => {
  const { machine, sessions } = house
  const context = await browser.newContext({ storageState: sessions.owner })
  const page = await context.newPage()
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/api/office/session', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${machine.office}/tasks`)
  await expect(page.locator('#first')).toBeVisible()
  // Longer than the app needs to be there and to begin.
  await page.waitForTimeout(2500)
  await expect(page.locator('#first')).toBeVisible()
  letGo()
  await expect(page.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible()
  await expect(page.locator('#first')).toHaveCount(0)

  await page.unroute('**/api/office/session')
  // Held back until the listener is there, as on a line that breaks while the larger file comes.
  await page.route('**/assets/app-*.js', async (route) => {
    await page.locator('#first').waitFor()
    await route.abort('internetdisconnected')
  })
  await page.goto(`${machine.office}/tasks`)
  await expect(page.getByRole('alert')).toHaveText(
    'The server cannot be reached. Check your connection and try again.',
  )
  await page.unroute('**/assets/app-*.js')
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible()
  await context.close()
})

test('who is not signed in sees no office, neither at the front door nor where they sign in', async ({
  machine,
  browser,
}) => {
  const page = await browser.newPage()
  await page.route('**/assets/app-*.js', () => new Promise(() => undefined))
  for (const path of ['/', '/sign-in', '/sign-up', '/login']) {
    await page.goto(`${machine.office}${path}`, { waitUntil: 'commit' })
    await page.waitForFunction(() => performance.getEntriesByType('resource').length > 3)
    await expect(page.locator('#app')).toBeEmpty()
  }
  await page.context().close()
})
