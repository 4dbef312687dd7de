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

test('S34: what is dropped shows how far it is, each and all; one is stopped, one tried again, and a HEIC too large explained', async ({
  house,
  browser,
  hasTouch,
}) => {
  test.skip(hasTouch, 'Nothing is dropped on a phone.')
  const { machine, sessions, clients } = house
  const context = await browser.newContext({ storageState: sessions.contact, serviceWorkers: 'block' })
  const page = await context.newPage()
  const files = page.getByRole('region', { name: 'Files' })
  const there = (name: string) => files.getByRole('button', { name: new RegExp(`^${name}.*Download$`) })
  await page.goto(
    `${machine.portalAt('demo')}/c/${clients[bakery]}/tasks/${house.tasks['Sign the annual report']}`,
  )
  await expect(files.getByText('Drop files here')).toBeVisible()
  /** Drops files of a size onto the place for them. */
  const drop = async (named: Record<string, number>) => {
    const dataTransfer = await page.evaluateHandle((named) => {
      const data = new DataTransfer()
      for (const [name, size] of Object.entries(named)) data.items.add(new File([new Uint8Array(size)], name))
      return data
    }, named)
    await files.getByText('Drop files here').dispatchEvent('drop', { dataTransfer })
  }

  await test.step('two are on their way: one is stopped, the other arrives', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route('**/*', async (route) => {
      if (stepOf(route.request()) === 'bytes') await held
      await route.fallback()
    })
    await drop({ 'contract.pdf': 200_000, 'mistake.pdf': 100_000 })
    await expect(files.getByText(/^Sending 2 files, \d+%$/)).toBeVisible()
    await expect(files.getByRole('progressbar', { name: 'Progress of contract.pdf' })).toBeVisible()
    await files.getByRole('button', { name: 'Stop sending mistake.pdf' }).click()
    await expect(files.getByText(/^Sending 2 files/)).toHaveCount(0)
    letGo()
    await expect(there('contract.pdf')).toBeVisible()
    await expect(files.getByText('mistake.pdf')).toHaveCount(0)
    await page.unroute('**/*')
  })

  await test.step('one that the server refused is tried again, and is there', async () => {
    await page.route('**/files', (route) =>
      stepOf(route.request()) === 'declare'
        ? route.fulfill({ status: 409, json: { code: 'busy' } })
        : route.fallback(),
    )
    await drop({ 'again.pdf': 1000 })
    await expect(files.getByRole('alert')).toHaveText(
      '“again.pdf” could not be sent. Check the connection and try again.',
    )
    await page.unroute('**/files')
    await files.getByRole('button', { name: 'Try again again.pdf' }).click()
    await expect(there('again.pdf')).toBeVisible()
    await expect(files.getByRole('alert')).toHaveCount(0)
  })

  await test.step('what is too large is named with the remedy, also a HEIC that cannot be made smaller', async () => {
    await drop({ 'ledger.pdf': 10 * 1024 * 1024 + 1, 'photo.heic': 10 * 1024 * 1024 + 1 })
    const alerts = files.getByRole('alert')
    await expect(alerts).toHaveCount(2)
    await expect(alerts.first()).toHaveText(
      /^“ledger\.pdf” is larger than 10 MB\. Make it smaller or split it/,
    )
    await expect(alerts.last()).toHaveText(/^“photo\.heic” is larger than 10 MB.*Save it as a JPEG/)
    await files.getByRole('button', { name: 'Dismiss the message about ledger.pdf' }).click()
    await expect(alerts).toHaveCount(1)
  })

  await test.step('what arrived is there, and nothing else', async () => {
    await page.reload()
    await expect(there('contract.pdf')).toHaveCount(1)
    await expect(there('again.pdf')).toHaveCount(1)
    await expect(files.getByText('mistake.pdf')).toHaveCount(0)
  })
  await context.close()
})
