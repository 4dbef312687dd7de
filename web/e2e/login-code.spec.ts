import { expect } from '@playwright/test'
import { test } from './house.ts'
import { codeIn } from './machine.ts'

test('S20: who reads the mail on another device types its code, in the portal and in the office', async ({
  house,
  browser,
}) => {
  const { machine } = house
  const context = await browser.newContext()
  const page = await context.newPage()

  await test.step('in the portal: a wrong code says so and loses nothing, the right one leads in', async () => {
    const email = 'contact@bakery.example'
    const before = (await machine.mailsTo(email)).length
    await page.goto(`${machine.portalAt('demo')}/login`)
    await page.getByLabel('Your e-mail address').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    const code = codeIn((await machine.newestMail(email, before + 1)).text)
    const field = page.getByLabel('Or type the code from the e-mail')
    await field.fill(code === 'AAA-AAA' ? 'BBB-BBB' : 'AAA-AAA')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByText('This code does not work.', { exact: false })).toBeVisible()
    await field.fill(code.toLowerCase())
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible()
  })

  await test.step('in the office', async () => {
    const email = 'owner@demo.example'
    const before = (await machine.mailsTo(email)).length
    await page.goto(`${machine.office}/sign-in`)
    await page.getByLabel('E-mail address').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    const code = codeIn((await machine.newestMail(email, before + 1)).text)
    await page.getByLabel('Code from the mail').fill(code)
    await page.getByRole('button', { name: 'Sign in with the code' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()
  })
  await context.close()
})
