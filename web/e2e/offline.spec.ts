import { expect } from '@playwright/test'
import { test } from './house.ts'

// The portal as an app: what was seen last is there without a connection, and nothing of it once somebody signed out.
test('without a connection the portal opens and shows what was seen last', async ({
  house,
  browser,
  contextOptions,
}) => {
  const { machine, tasks, clients } = house
  const title = 'Receipts for fuel and parking'
  const client = clients['Example Bakery OÜ']
  const context = await browser.newContext({ ...contextOptions, storageState: house.sessions.contact })
  const page = await context.newPage()
  const origin = machine.portalAt('demo')
  const keptNames = () => page.evaluate(() => caches.keys())
  const row = page.getByRole('link', { name: new RegExp(title) })

  await test.step('the page offers itself as an app, and its worker starts', async () => {
    await page.goto(`${origin}/c/${client}/tasks`)
    await expect(row).toBeVisible()
    await page.evaluate(() => navigator.serviceWorker.ready)
    await expect.poll(keptNames).toContain('sild-seen-/')
    const manifest = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
      return (await fetch(link?.href ?? '')).json()
    })
    expect(manifest).toMatchObject({ name: 'Demo Office', start_url: '/', scope: '/', display: 'standalone' })
  })

  await test.step('a task is seen, and something is typed', async () => {
    await page.goto(`${origin}/c/${client}/tasks/${tasks[title]}`)
    await page.getByLabel('Your message').fill('Half a sentence')
  })

  await test.step('without a connection it is all still there', async () => {
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    await expect(page.getByLabel('Your message')).toHaveValue('Half a sentence')
    await expect(page.getByText(/^No connection. This is from/)).toBeVisible()
    await page.getByRole('link', { name: 'All tasks' }).click()
    await expect(row).toBeVisible()
    await page.getByRole('button', { name: /Account and companies/ }).click()
    await page.getByRole('link', { name: 'Profile' }).click()
    await expect(
      page.getByText('There is no connection. Your profile appears as soon as there is one.'),
    ).toBeVisible()
  })

  await test.step('once somebody signed out nothing is left', async () => {
    await context.setOffline(false)
    await page.goto(origin)
    await page.getByRole('button', { name: /Account and companies/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByLabel('Your e-mail address')).toBeVisible()
    await expect.poll(keptNames).not.toContain('sild-seen-/')
  })
  await context.close()
})
