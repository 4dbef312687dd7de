import { expect } from '@playwright/test'
import { BRANDS } from './brands.ts'
import { violationsOf, Watch } from './examine.ts'
import { paint, test } from './house.ts'

const SCHEMES = ['light', 'dark'] as const
const bakery = 'Example Bakery OÜ'

test('S6: the portal can be read in whatever colour its office chooses', async ({
  house,
  browser,
  contextOptions,
}) => {
  const { machine, owner, clients, tasks, sessions } = house
  const origin = machine.portalAt('demo')
  const client = `${origin}/c/${clients[bakery]}`
  const screens = [
    `${client}/tasks`,
    `${client}/tasks/${tasks['Receipts for fuel and parking']}`,
    `${client}/requests/new`,
    `${origin}/profile`,
  ]
  const context = await browser.newContext({
    ...contextOptions,
    serviceWorkers: 'block',
    storageState: sessions.contact,
  })
  const page = await context.newPage()
  const watch = new Watch(page, false)
  const found: string[] = []
  for (const brand of BRANDS) {
    await paint(owner, brand)
    for (const screen of screens) {
      await page.goto(screen)
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme })
        await watch.settled()
        const violations = await violationsOf(page, 'contrast')
        found.push(...violations.map((violation) => `${brand} ${colorScheme} ${screen}: ${violation}`))
      }
    }
    const theme = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--brand'),
    )
    expect(theme.trim()).toBe(brand)
  }
  expect([...found, ...watch.complaints]).toEqual([])
  await context.close()
})
