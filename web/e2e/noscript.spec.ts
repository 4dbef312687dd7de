import { expect } from '@playwright/test'
import { test } from './house.ts'

test('a browser without script asks for a link, and is told of a wrong address', async ({
  house,
  browser,
}) => {
  const { machine } = house
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const email = 'contact@bakery.example'
  const before = (await machine.mailsTo(email)).length

  await page.goto(`${machine.portalAt('demo')}/login`)
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.locator('#sent')).toBeVisible()
  await expect(page.locator('#wrong')).toBeHidden()
  const mail = await machine.newestMail(email, before + 1)
  expect(mail.text).toContain('#t=')

  // What the browser itself lets pass is looked at by the server.
  await page.goto(`${machine.portalAt('demo')}/login?lang=et`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'et')
  await page.locator('#email').fill('a@b')
  await page.locator('button[type=submit]').click()
  await expect(page.locator('#wrong')).toBeVisible()
  await context.close()
})
