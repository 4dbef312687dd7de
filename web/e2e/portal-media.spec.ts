import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { photo } from './files.ts'
import { test } from './machine.ts'
import { Person } from './person.ts'

const TWO_MINUTES = 120
const FILM = join(import.meta.dirname, '../apps/portal/src/features/welcome/film/welcome-en.mp4')

test('S6, S11, S12: what the office uploads is looked at, and then everybody sees it', async ({
  browser,
  machine,
}) => {
  const owner = (await Person.signIn(browser, machine.ownerLink)).page
  const problems: string[] = []
  const listen = (page: typeof owner) => {
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (line) => {
      if (line.type() === 'error') problems.push(line.text())
    })
  }
  listen(owner)
  const picture = { name: 'logo.jpg', mimeType: 'image/jpeg', buffer: await photo(browser) }
  const field = (name: string) => owner.getByRole('group', { name, exact: true })
  const choose = async (name: string, file: { name: string; mimeType: string; buffer: Buffer }) => {
    await field(name).locator('input[type="file"]').setInputFiles(file)
    await expect(field(name).getByText('Being checked.')).toBeVisible()
  }

  await test.step('a picture, another one and something that is no video are sent', async () => {
    await owner.goto(`${machine.office}/settings/portal`)
    await choose('Icon', picture)
    await choose('Logo', picture)
    await choose('Welcome video', {
      name: 'film.mp4',
      mimeType: 'video/mp4',
      buffer: Buffer.from('this is no video'),
    })
    await field('Logo')
      .locator('input[type="file"]')
      .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
    await expect(field('Logo').getByText('Only PNG, JPEG and WebP are accepted.')).toBeVisible()
  })

  await test.step('the pictures are in use, the video is not', async () => {
    await machine.advance(TWO_MINUTES)
    for (const name of ['The icon now', 'The logo now']) {
      const shown = owner.getByRole('img', { name })
      await expect(shown).toBeVisible()
      await expect
        .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(50)
    }
    await expect(field('Welcome video').getByText(/was not what its name says/)).toBeVisible()
  })

  await test.step('a film of the office’s own takes the place of the one that comes with the portal', async () => {
    const buffer = await readFile(FILM)
    await choose('Welcome video', { name: 'film.mp4', mimeType: 'video/mp4', buffer })
    await machine.advance(TWO_MINUTES)
    const film = owner.getByLabel('The video now')
    await expect(film).toBeVisible()
    await expect.poll(() => film.evaluate((video: HTMLVideoElement) => Math.round(video.duration))).toBe(30)
  })

  await test.step('the login page shows the logo, also without script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled })
      const page = await context.newPage()
      listen(page)
      await page.goto(machine.portalAt('demo'))
      const logo = page.locator('.login-mark img')
      // The script draws the form anew: for a moment there is no logo to measure.
      await expect.poll(async () => (await logo.boundingBox())?.width ?? 0).toBeGreaterThan(30)
      const icon = await page.locator('link[rel="icon"]').getAttribute('href')
      expect(icon).toMatch(/^\/media\/\w+\/icon-\w+\.png$/)
      await expect(page.locator('link[rel="icon"]')).toHaveCount(1)
      const found = await page.request.get(`${machine.portalAt('demo')}${icon}`).catch(() => null)
      if (found) expect(found.headers()['content-type']).toBe('image/png')
      await context.close()
    }
  })

  await test.step('who is signed in sees the icon', async () => {
    const contact = (await Person.signIn(browser, machine.contactLink)).page
    listen(contact)
    const film = contact.getByRole('dialog').locator('video')
    await expect(film).toHaveAttribute('src', /^\/media\/\w+\/video-\w+\.mp4$/)
    await expect.poll(() => film.evaluate((video: HTMLVideoElement) => Math.round(video.duration))).toBe(30)
    await contact.getByRole('dialog').getByRole('button', { name: 'Skip' }).click()
    await contact.goto(machine.portalAt('demo'))
    const icon = contact.getByRole('banner').locator('img')
    await expect(icon).toBeVisible()
    await expect.poll(() => icon.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(192)
    await expect(contact.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('taken away, the letter is back', async () => {
    await field('Icon').getByRole('button', { name: 'Remove' }).click()
    await field('Logo').getByRole('button', { name: 'Remove' }).click()
    await expect(owner.getByRole('img', { name: 'The logo now' })).toHaveCount(0)
    const page = await browser.newPage()
    await page.goto(machine.portalAt('demo'))
    await expect(page.locator('.login-mark img')).toHaveCount(0)
    await expect(page.locator('.login-mark')).toHaveText('D')
  })
  expect(problems).toEqual([])
})
