import { expect, type Page, type Request } from '@playwright/test'
import { test } from './house.ts'

const bakery = 'Example Bakery OÜ'
const title = 'Receipts for fuel and parking'
const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${name}`) })

/** The steps of an upload, as the line sees them. */
function stepOf(request: Request): 'declare' | 'bytes' | 'complete' | null {
  const { pathname } = new URL(request.url())
  if (request.method() === 'PUT' && !pathname.startsWith('/api/')) return 'bytes'
  if (request.method() !== 'POST') return null
  if (pathname.endsWith('/files')) return 'declare'
  return pathname.endsWith('/complete') ? 'complete' : null
}

/** Counts the steps, and cuts the first try of the bytes and of the completion. */
async function flaky(page: Page) {
  const steps: string[] = []
  await page.route('**/*', (route) => {
    const step = stepOf(route.request())
    if (step === null) return route.fallback()
    const isFirst = !steps.includes(step)
    steps.push(step)
    return isFirst && step !== 'declare' ? route.abort('internetdisconnected') : route.fallback()
  })
  return steps
}

test('S34: a file outlives a line that breaks twice and a time without one, and is there once', async ({
  house,
  browser,
}) => {
  const { machine, sessions, clients, tasks } = house
  const context = await browser.newContext({ storageState: sessions.contact, serviceWorkers: 'block' })
  const page = await context.newPage()
  const files = page.getByRole('region', { name: 'Files' })
  /** A file that is there, unlike one on its way, can be downloaded. */
  const there = (name: string) => files.getByRole('button', { name: new RegExp(`^${name}.*Download$`) })
  const choose = page.getByTestId('choose-files')
  await page.goto(`${machine.portalAt('demo')}/c/${clients[bakery]}/tasks/${tasks[title]}`)
  await expect(choose).toBeAttached()

  await test.step('the bytes and the completion are cut once each', async () => {
    const steps = await flaky(page)
    await choose.setInputFiles(pdf('parking.pdf'))
    await expect(there('parking.pdf')).toHaveCount(1)
    expect(steps).toEqual(['declare', 'bytes', 'bytes', 'complete', 'complete'])
    await page.unroute('**/*')
  })

  await test.step('without a connection it waits, and then goes on', async () => {
    await context.setOffline(true)
    await choose.setInputFiles(pdf('fuel.pdf'))
    await expect(files.getByText('Waiting for the connection…')).toBeVisible()
    await context.setOffline(false)
    await expect(there('fuel.pdf')).toBeVisible()
  })

  await test.step('each file is there once', async () => {
    await page.reload()
    await expect(there('parking.pdf')).toHaveCount(1)
    await expect(there('fuel.pdf')).toHaveCount(1)
  })
  await context.close()
})

test('a message of the office waits for its files, and sends none of them twice', async ({
  house,
  browser,
}) => {
  const { machine, sessions, tasks } = house
  const context = await browser.newContext({ storageState: sessions.owner })
  const page = await context.newPage()
  const composer = page.getByRole('form', { name: 'Write a message' })
  const rows = composer.getByRole('list', { name: 'Files of the message' })
  const listed = page.getByRole('list', { name: 'Files', exact: true })
  await page.goto(`${machine.office}/tasks/${tasks[title]}`)
  await composer.getByLabel('Internal note').fill('Both belong to March')
  await composer.locator('input[type=file]').setInputFiles([pdf('one.pdf'), pdf('two.pdf')])

  await test.step('one of two is refused: nothing is lost, and the message waits', async () => {
    let completions = 0
    await page.route('**/files/*/complete', (route) => {
      completions += 1
      if (completions !== 1) return route.fallback()
      const problem = { type: 'about:blank', title: 'Busy', status: 409, code: 'busy', detail: 'Busy.' }
      return route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem })
    })
    await composer.getByRole('button', { name: 'Add internal note' }).click()
    await expect(composer.getByText(/^The message has not been sent yet/)).toBeVisible()
    await expect(rows.getByText('Sent', { exact: true })).toHaveCount(1)
    await expect(composer.getByLabel('Internal note')).toHaveValue('Both belong to March')
  })

  await test.step('again sends what is missing, then the message with both', async () => {
    await composer.getByRole('button', { name: 'Add internal note' }).click()
    await expect(rows).toHaveCount(0)
    const note = page.getByRole('article').filter({ hasText: 'Both belong to March' })
    await expect(note.getByRole('button', { name: /\.pdf/ })).toHaveCount(2)
    await page.reload()
    await expect(listed.getByText('one.pdf', { exact: true })).toHaveCount(1)
    await expect(listed.getByText('two.pdf', { exact: true })).toHaveCount(1)
  })
  await context.close()
})
