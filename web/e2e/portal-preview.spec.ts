import { expect } from '@playwright/test'
import { violationsOf } from './examine.ts'
import { test } from './machine.ts'
import { Person } from './person.ts'

test('S8: the preview is the portal itself with the unsaved values; nothing of it is saved, sent or kept', async ({
  browser,
  machine,
}) => {
  const person = await Person.signIn(browser, machine.ownerLink)
  const owner = person.page
  const problems: string[] = []
  owner.on('pageerror', (error) => problems.push(error.message))
  owner.on('console', (line) => {
    if (line.type() === 'error') problems.push(line.text())
  })
  const asked: string[] = []
  owner.on('request', (request) => {
    if (request.frame() !== owner.mainFrame()) asked.push(new URL(request.url()).pathname)
  })
  /** What the window keeps beside the draft of the form, which is its writer's. */
  const kept = () =>
    owner.evaluate(() =>
      [localStorage, sessionStorage].map((place) =>
        Object.keys(place).filter((key) => !/^sild\.draft\.\w+\.portal$/.test(key)),
      ),
    )
  const choose = (group: string, name: string) =>
    owner.getByRole('radiogroup', { name: group }).getByText(name, { exact: true }).click()
  const portal = owner.frameLocator('iframe[title="The client portal"]')
  const heading = portal.getByRole('heading', { level: 1 })
  const saved = await person.get<{ name: string }>('/api/office/portal')

  await owner.goto(`${machine.office}/settings/portal`)
  await expect(heading).toHaveText(saved.name)
  const before = await kept()

  await test.step('what is typed is seen at once, and whoever types goes on typing', async () => {
    const name = owner.getByLabel('Name of the portal')
    await name.fill('Unsaved & Partners')
    await expect(heading).toHaveText('Unsaved & Partners')
    await expect(name).toBeFocused()
    await owner.getByLabel('Colour', { exact: true }).fill('#00aa00')
    await owner.keyboard.press('Tab')
    await expect(portal.locator('.login-mark')).toHaveCSS('background-color', 'rgb(0, 170, 0)')
  })

  await test.step('a client’s task can be opened and answered, and the language changes', async () => {
    await choose('Page', 'Tasks')
    await portal.getByRole('link', { name: /Documents for the VAT return/ }).click()
    await portal.getByLabel('Your message').fill('Here it is.')
    await portal.getByRole('button', { name: 'Send message' }).click()
    await expect(portal.getByText('Here it is.')).toBeVisible()
    await choose('Language', 'ET')
    await expect(heading).toHaveText('Käibedeklaratsiooni dokumendid')
    expect(await violationsOf(owner, 'all')).toEqual([])
  })

  await test.step('it is as wide as a phone or a desktop, and light or dark', async () => {
    const width = () => portal.locator('html').evaluate((page) => page.clientWidth)
    const ground = () => portal.locator('body').evaluate((page) => getComputedStyle(page).backgroundColor)
    // Signs instead of words.
    const turnTo = (group: string, name: string) =>
      owner.getByRole('radiogroup', { name: group }).getByRole('img', { name }).click()
    await turnTo('Device', 'Phone')
    await expect.poll(width).toBeLessThan(480)
    await turnTo('Device', 'Desktop')
    await expect.poll(width).toBeGreaterThan(900)
    await turnTo('Brightness', 'Light')
    const light = await ground()
    await turnTo('Brightness', 'Dark')
    await expect.poll(ground).not.toBe(light)
    await turnTo('Device', 'Phone')
  })

  await test.step('signing out and in stays in the preview', async () => {
    await choose('Language', 'EN')
    await expect(heading).toHaveText('Documents for the VAT return')
    await portal.getByRole('button', { name: /Account/ }).click()
    await portal.getByRole('button', { name: 'Sign out' }).click()
    await expect(heading).toHaveText('Unsaved & Partners')
    await expect(owner.getByRole('radio', { name: 'Login' })).toBeChecked()
  })

  // Its own files, and the pictures of the portal.
  expect(asked.filter((path) => !/^\/(portal-preview|media)\//.test(path))).toEqual([])
  expect(await kept()).toEqual(before)
  expect(await person.get('/api/office/portal')).toEqual(saved)
  expect(problems).toEqual([])
})
