import { expect } from '@playwright/test'
import { test } from './house.ts'
import { codeIn } from './machine.ts'

test('S20: a browser without script asks for a link, types the code of the mail, and is told what is wrong', async ({
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
  const code = codeIn(mail.text)
  await page.getByLabel('Or type the code from the e-mail').fill(code === 'AAA-AAA' ? 'BBB-BBB' : 'AAA-AAA')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.locator('#code-wrong')).toBeVisible()
  await expect(page.locator('#too-many')).toBeHidden()
  await page.getByLabel('Or type the code from the e-mail').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${machine.portalAt('demo')}/`)
  await expect(page.locator('form')).toHaveCount(0)
  await expect(page.locator('noscript p[lang=en]')).toBeVisible()
  await expect(page.locator('noscript p[lang=et]')).toBeHidden()
  expect((await context.cookies()).map(({ name }) => name)).toContainEqual(
    expect.stringMatching(/^__Host-p-/),
  )
  await context.clearCookies()

  // What the browser itself lets pass is looked at by the server.
  await page.goto(`${machine.portalAt('demo')}/login?lang=et`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'et')
  await page.locator('#email').fill('a@b')
  await page.locator('button[type=submit]').last().click()
  await expect(page.locator('#wrong')).toBeVisible()
  await context.close()
})
