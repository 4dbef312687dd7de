import { expect, type Locator, type Page } from '@playwright/test'
import { largePhoto, photo } from './files.ts'
import { test } from './house.ts'

const MINUTE_MILLIS = 60_000
const bakery = 'Example Bakery OÜ'
const title = 'Receipts for fuel and parking'

/** Taps as a thumb does, and counts them. */
class Thumb {
  taps = 0

  async tap(target: Locator): Promise<void> {
    this.taps += 1
    await target.tap()
  }
}

const files = (page: Page) => page.getByRole('region', { name: 'Files' })

test('S34: from the invitation mail to a photo in under a minute and six taps', async ({
  house,
  browser,
  page,
}) => {
  const { machine, owner, clients } = house
  const receipt = await photo(browser)
  const client = `/api/office/clients/${clients[bakery]}`
  const email = 'first-photo@bakery.example'
  const { id } = await owner.post<{ id: string }>(`${client}/contacts`, {
    name: 'Photo Contact',
    email,
    has_access: true,
  })
  await owner.post(`${client}/contacts/${id}/invitation`)
  await page.setContent((await machine.newestMail(email, 1)).html)

  const began = Date.now()
  const thumb = new Thumb()
  await thumb.tap(page.getByRole('link', { name: 'Open the portal' }))
  await thumb.tap(page.getByRole('button', { name: 'Continue' }))
  await thumb.tap(page.getByRole('dialog').getByRole('button', { name: 'Skip' }))
  await thumb.tap(page.getByRole('link', { name: new RegExp(title) }))
  const camera = page.waitForEvent('filechooser')
  await thumb.tap(page.getByRole('button', { name: 'Take photo' }))
  // The button opens the camera at the back, not the gallery.
  expect(await (await camera).element().getAttribute('capture')).toBe('environment')
  await (await camera).setFiles({ name: 'receipt.jpg', mimeType: 'image/jpeg', buffer: receipt })
  await expect(
    files(page).getByRole('button', { name: /Download.*receipt\.jpg|receipt\.jpg.*Download/ }),
  ).toBeVisible()
  expect(thumb.taps).toBeLessThan(6)
  expect(Date.now() - began).toBeLessThan(MINUTE_MILLIS)
})

test('S34: a photo over the limit is made smaller, and one that not every computer opens is explained', async ({
  house,
  browser,
}) => {
  const { machine, sessions, clients, tasks } = house
  const context = await browser.newContext({ storageState: sessions.contact })
  const page = await context.newPage()
  await page.goto(`${machine.portalAt('demo')}/c/${clients[bakery]}/tasks/${tasks[title]}`)
  const choose = page.getByTestId('choose-files')
  const large = await largePhoto(browser)
  expect(large.length).toBeGreaterThan(10 * 1024 * 1024)

  await choose.setInputFiles({ name: 'shelf.png', mimeType: 'image/png', buffer: large })
  const sent = files(page).getByRole('button', { name: /shelf\.jpg/ })
  await expect(sent).toBeVisible({ timeout: 60_000 })
  const download = page.waitForEvent('download')
  await sent.click()
  const stream = await (await download).createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const stored = Buffer.concat(chunks)
  expect(stored.length).toBeLessThanOrEqual(10 * 1024 * 1024)
  // A JPEG begins so.
  expect([...stored.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])

  // This browser cannot draw such a photo: it is sent as it is, and that is said.
  await choose.setInputFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('ftypheic') })
  await expect(files(page).getByText('has been sent as a HEIC photo')).toBeVisible()
  await expect(
    files(page)
      .getByRole('button', { name: /IMG_1\.HEIC/ })
      .first(),
  ).toBeVisible()
  await context.close()
})
