import type { Browser, FileChooser, Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { largePdf, photo, tooLargePdf } from './files.ts'
import { linkIn, test } from './machine.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The day `days` from now as a date field takes it, in the office's time zone. */
function inDays(days: number): string {
  return new Date(Date.now() + days * DAY * 1000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Tallinn' })
}

/** Types a date into the segments of a date field, which stand in the order of the locale. */
async function typeDate(field: Locator, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-')
  await field.getByRole('spinbutton').first().click()
  await field.page().keyboard.type(`${day}${month}${year}`)
}

/** The accountant works at a desk, whatever the contact holds. */
async function atDesk(browser: Browser): Promise<Page> {
  const desk = {
    viewport: { width: 1280, height: 800 },
    isMobile: false,
    hasTouch: false,
    deviceScaleFactor: 1,
  }
  const context = await browser.newContext(desk)
  return context.newPage()
}

test('S1, S7, S11–S13, S16, S17, S19–S21, S30–S39, S41, S42, S50, S52, S64: the main job, from sign-up to completion', async ({
  browser,
  page: contact,
  machine,
}, info) => {
  const id = `${info.project.name}${Date.now().toString(36)}`
  const slug = `bridge-${id}`
  const owner = `owner@${id}.example`
  const first = `first@${id}.example`
  const second = `second@${id}.example`
  const office = await atDesk(browser)
  const errors: string[] = []
  for (const page of [office, contact]) page.on('pageerror', (error) => errors.push(error.message))
  /** The contact presses something as their device does. */
  const press = (target: Locator) => (info.project.use.hasTouch ? target.tap() : target.click())

  await test.step('S64: an office signs up', async () => {
    await office.goto(`${machine.office}/sign-up`)
    await office.getByLabel('Name of the office').fill('Bridge Accounting')
    await office.getByLabel('Your name').fill('Olivia Owner')
    await office.getByLabel('E-mail address').fill(owner)
    await office.getByRole('button', { name: 'Create office' }).click()
    await expect(office.getByRole('heading', { name: 'Check your inbox' })).toBeVisible()
    await office.goto(linkIn(await machine.newestMail(owner, 1)))
    await office.getByRole('button', { name: 'Continue' }).click()
    await expect(office.getByRole('navigation', { name: 'Main' })).toBeVisible()
  })

  await test.step('S1, S7: it activates the client portal and gives it a name and a colour', async () => {
    await office.goto(`${machine.office}/settings/portal`)
    await office.getByRole('button', { name: 'Activate client portal' }).click()
    await office.getByRole('dialog').getByRole('button', { name: 'Activate' }).click()
    await office.getByLabel('Name of the portal').fill('Bridge')
    await office.getByLabel('Address', { exact: true }).fill(slug)
    await expect(office.getByText('Free:')).toBeVisible()
    await office.getByRole('textbox', { name: 'Colour' }).fill('#8a3ffc')
    await office.getByRole('button', { name: 'Save and create the portal' }).click()
    await expect(office.getByText('Saved. Your clients see it now.')).toBeVisible()
    expect((await contact.goto(machine.portalAt(slug)))?.status()).toBe(200)
    await expect(contact.getByRole('heading', { name: 'Bridge' })).toBeVisible()
  })

  await test.step('it adds a client with two contacts', async () => {
    await office.goto(`${machine.office}/clients`)
    await office.getByRole('button', { name: 'New client' }).first().click()
    await office.getByRole('dialog').getByLabel('Name of the company').fill('Example Bakery')
    await office.getByRole('dialog').getByRole('button', { name: 'Add client' }).click()
    await expect(office.getByRole('heading', { name: 'Example Bakery' })).toBeVisible()
    const parts = office.getByRole('navigation', { name: 'Parts of the client’s card' })
    await parts.getByRole('link', { name: 'Contacts' }).click()
    for (const [name, email] of [['First Contact', first] as const, ['Second Contact', second] as const]) {
      await office.getByRole('button', { name: 'Add contact' }).first().click()
      const dialog = office.getByRole('dialog')
      await dialog.getByLabel('Name', { exact: true }).fill(name)
      await dialog.getByLabel('E-mail address').fill(email)
      await dialog.getByRole('button', { name: /Add/ }).click()
      await expect(office.getByText(email)).toBeVisible()
    }
  })

  await test.step('S16, S17: it opens the portal of the client with invitations', async () => {
    await office.goto(`${machine.office}/clients`)
    await office.getByRole('checkbox', { name: 'Select Example Bakery' }).click({ force: true })
    await office.getByRole('button', { name: 'Open the client portal' }).click()
    const dialog = office.getByRole('dialog')
    await expect(dialog.getByText('2 contacts get access')).toBeVisible()
    const invitations = dialog.getByRole('switch', { name: 'Send invitations' })
    if (!(await invitations.isChecked())) await invitations.click({ force: true })
    await dialog.getByRole('button', { name: 'Open the client portal' }).click()
    await expect(dialog.getByText('Done.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).first().click()
  })

  await test.step('S11–S13, S19–S21: the contact gets in by the invitation and sees the welcome and the sample first', async () => {
    await machine.newestMail(second, 1)
    await contact.goto(linkIn(await machine.newestMail(first, 1)))
    await press(contact.getByRole('button', { name: 'Continue' }))
    const welcome = contact.getByRole('dialog')
    await expect(welcome).toBeVisible()
    // The film and its captions have come, as far as the page's policy lets them.
    const film = welcome.locator('video')
    await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.duration)).toBe(30)
    await expect
      .poll(() => film.evaluate((video: HTMLVideoElement) => video.textTracks[0]?.cues?.length))
      .toBe(6)
    const remembered = contact.waitForResponse(/\/welcome-seen$/)
    await press(welcome.getByRole('button', { name: 'Skip' }))
    await expect(contact.getByRole('heading', { name: 'Start here' })).toBeVisible()
    expect((await remembered).ok()).toBe(true)
    await contact.reload()
    await expect(contact.getByRole('heading', { name: 'Start here' })).toBeVisible()
    await expect(contact.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('S30: the accountant creates a task and assigns it', async () => {
    await office.goto(`${machine.office}/tasks`)
    await createTask(office, 'Bank statment', 'Please send the statement of all accounts.', inDays(7))
    await office.getByRole('textbox', { name: 'Add a step' }).fill('Current account')
    await office.keyboard.press('Enter')
    await expect(office.getByText('Current account')).toBeVisible()
    await office.getByRole('button', { name: 'Assign to client' }).click()
    await expect(office.getByText(/The client is told at/)).toBeVisible()
  })

  await test.step('S31, S32: it is in the portal at once, in bold, and no mail has left', async () => {
    await contact.reload()
    const row = contact.getByRole('link', { name: /Bank statment/ })
    await expect(row).toBeVisible()
    await expect(row).toContainText('New:')
    expect(await machine.mailsTo(first)).toHaveLength(1)
  })

  await test.step('S33, S52: five minutes later one mail shows the task as edited meanwhile', async () => {
    await office.getByRole('button', { name: 'Rename' }).click()
    await office.getByRole('textbox', { name: 'Title' }).fill('Bank statement')
    await office.getByRole('button', { name: 'Save' }).first().click()
    await expect(office.getByRole('heading', { name: 'Bank statement' })).toBeVisible()
    await machine.advance(4 * MINUTE)
    expect(await machine.mailsTo(first)).toHaveLength(1)
    await machine.advance(2 * MINUTE)
    const mail = await machine.newestMail(first, 2)
    expect(mail.subject).toContain('Bank statement')
    expect(mail.text).not.toContain('Please send the statement')
    await machine.newestMail(second, 2)
    await machine.advance(HOUR)
    expect(await machine.mailsTo(first)).toHaveLength(2)
  })

  await test.step('S33: a task withdrawn within five minutes sends nothing', async () => {
    await office.goto(`${machine.office}/tasks`)
    await createTask(office, 'Assigned by mistake', 'Never mind.', inDays(3))
    await office.getByRole('button', { name: 'Assign to client' }).click()
    await expect(office.getByText(/The client is told at/)).toBeVisible()
    const panel = office.getByRole('region', { name: 'Client portal' })
    await panel.getByRole('button', { name: 'Undo' }).click()
    await panel.getByRole('button', { name: /^Assign/ }).click()
    await expect(office.getByText(/The client is told at/)).toBeVisible()
    await office.goto(`${machine.office}/overview`)
    const soon = office.getByRole('region', { name: 'Within minutes' })
    await soon.getByRole('button', { name: 'Withdraw: Assigned by mistake' }).click()
    await expect(office.getByText('“Assigned by mistake” is withdrawn.')).toBeVisible()
    await expect(soon).toHaveCount(0)
    await machine.advance(10 * MINUTE)
    expect(await machine.mailsTo(first)).toHaveLength(2)
  })

  await test.step('S34: the contact opens the link and sends real files', async () => {
    await contact.goto(linkIn(await machine.newestMail(first, 2)))
    await expect(contact.getByRole('heading', { name: 'Bank statement', level: 1 })).toBeVisible()
    await expect(contact.getByRole('button', { name: 'Take photo' })).toBeVisible({
      visible: info.project.use.hasTouch === true,
    })
    const choose = async (files: Parameters<FileChooser['setFiles']>[0]) => {
      const opening = contact.waitForEvent('filechooser')
      await press(contact.getByRole('button', { name: 'Choose files' }))
      await (await opening).setFiles(files)
    }
    await choose({ name: 'huge.pdf', mimeType: 'application/pdf', buffer: tooLargePdf() })
    await expect(contact.getByText(/“huge.pdf” is larger than 10 MB/)).toBeVisible()
    await choose([
      { name: 'statement.pdf', mimeType: 'application/pdf', buffer: largePdf() },
      { name: 'receipt.jpg', mimeType: 'image/jpeg', buffer: await photo(browser) },
    ])
    const files = contact.getByRole('region', { name: 'Files' })
    await expect(files.getByText('statement.pdf').first()).toBeVisible()
    await expect(files.getByRole('button', { name: /Download/ })).toHaveCount(2, { timeout: 30_000 })
  })

  await test.step('S37: what was sent is found among the documents, and leads back to its task', async () => {
    await press(contact.getByRole('link', { name: 'Documents', exact: true }))
    await expect(contact.getByRole('heading', { name: 'Documents', level: 1 })).toBeVisible()
    const sent = contact.getByRole('listitem').filter({ hasText: 'statement.pdf' })
    const downloading = contact.waitForEvent('download')
    await press(sent.getByRole('button', { name: /Download/ }))
    expect((await downloading).suggestedFilename()).toBe('statement.pdf')
    await press(sent.getByRole('link', { name: /Bank statement/ }))
    await expect(contact.getByRole('heading', { name: 'Bank statement', level: 1 })).toBeVisible()
  })

  await test.step('S35, S42: the contact writes and marks the task as done', async () => {
    await contact.getByLabel('Your message').fill('Here are both. Is that all?')
    await press(contact.getByRole('button', { name: 'Send message' }))
    await expect(contact.getByText('Here are both. Is that all?')).toBeVisible()
    await press(contact.getByRole('button', { name: 'Mark as done' }))
    await expect(contact.getByText(/Done by First Contact/)).toBeVisible()
  })

  await test.step('S50: the accountant is told by mail and in the app', async () => {
    await machine.advance(5 * MINUTE)
    const mails = await machine.mailsTo(owner)
    expect(mails.some((mail) => mail.text.includes('Bank statement'))).toBe(true)
    await office.goto(`${machine.office}/tasks`)
    await office.getByRole('button', { name: /Notifications: \d+ unread/ }).click()
    await office.getByText('First Contact wrote a message').first().click()
    await expect(office.getByRole('heading', { name: 'Bank statement' })).toBeVisible()
    await expect(office.getByText('Here are both. Is that all?')).toBeVisible()
  })

  await test.step('S36, S38, S39: writes an internal comment and an answer', async () => {
    await office.getByLabel('Internal note').fill('VAT on the receipt looks wrong.')
    await office.getByRole('button', { name: 'Add internal note' }).click()
    await expect(office.getByText('VAT on the receipt looks wrong.')).toBeVisible()
    await expect(office.getByRole('textbox', { name: 'Internal note' })).toHaveValue('')
    await office
      .getByRole('button', { name: /^Reply/ })
      .first()
      .click()
    await office.getByLabel('Message to the client').fill('Thank you, that is all.')
    await office.getByRole('button', { name: 'Send to client' }).click()
    await expect(office.getByText('Thank you, that is all.')).toBeVisible()
    await contact.reload()
    await expect(contact.getByText('Thank you, that is all.')).toBeVisible()
    await expect(contact.getByText('VAT on the receipt')).toHaveCount(0)
  })

  await test.step('S34, S37, S42: downloads the file and completes the task', async () => {
    await office.getByRole('link', { name: 'Example Bakery' }).first().click()
    await office
      .getByRole('navigation', { name: 'Parts of the client’s card' })
      .getByRole('link', { name: 'Files' })
      .click()
    await expect(office.getByRole('table', { name: 'Files' }).getByRole('row')).toHaveCount(3)
    await office.getByRole('link', { name: 'Bank statement' }).first().click()
    await expect(office.getByRole('heading', { name: 'Bank statement', level: 1 })).toBeVisible()
    const downloading = office.waitForEvent('download')
    await office.getByRole('button', { name: 'Download statement.pdf' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('statement.pdf')
    const stream = await download.createReadStream()
    let size = 0
    for await (const chunk of stream) size += (chunk as Buffer).length
    expect(size).toBe(largePdf().length)
    await office.getByRole('button', { name: 'Complete', exact: true }).click()
    await expect(office.getByText(/Completed by Olivia Owner/)).toBeVisible()
    await contact.reload()
    await expect(contact.getByText(/Bridge.* has completed this task/)).toBeVisible()
  })

  await test.step('S41: a monthly series creates its occurrences as the clock moves on, each announced once', async () => {
    const before = (await machine.mailsTo(first)).length
    await office.goto(`${machine.office}/series/new`)
    await chooseClient(office)
    await office.getByLabel('Title of each task').fill('Monthly receipts')
    await office.getByRole('button', { name: 'Create series' }).click()
    await expect(office.getByText('The series is set.')).toBeVisible()
    await machine.advance(62 * DAY)
    const mails = (await machine.mailsTo(first)).slice(0, -before)
    const announced = mails.filter((mail) => mail.subject.includes('Monthly receipts'))
    expect(announced.length).toBeGreaterThanOrEqual(2)
    expect(announced.length).toBeLessThanOrEqual(3)
    expect(new Set(announced.map((mail) => mail.at.slice(0, 10))).size).toBe(announced.length)
  })

  await test.step('S20: the link of the newest occurrence is too old: a new one is asked for and leads to it', async () => {
    await machine.advance(25 * HOUR)
    const mails = await machine.mailsTo(first)
    const old = mails.find((mail) => mail.subject.includes('Monthly receipts'))
    if (!old) throw new Error('no occurrence was announced')
    const target = new URLSearchParams(new URL(linkIn(old)).hash.slice(1)).get('to') ?? ''
    expect(target).toMatch(/^\/c\/cli_\w+\/tasks\/tsk_\w+$/)
    // The session of two months ago has ended as well, so the link has to sign in.
    await contact.goto(linkIn(old))
    await expect(contact.getByRole('heading', { name: 'This link has expired' })).toBeVisible()
    await press(contact.getByRole('button', { name: 'Send me a new link' }))
    await expect(contact.getByRole('heading', { name: 'Check your inbox' })).toBeVisible()
    const renewed = await machine.newestMail(first, mails.length + 1)
    expect(linkIn(renewed)).not.toBe(linkIn(old))
    await contact.goto(linkIn(renewed))
    await press(contact.getByRole('button', { name: 'Continue' }))
    await expect(contact.getByRole('heading', { name: 'Monthly receipts', level: 1 })).toBeVisible()
    expect(new URL(contact.url()).pathname).toBe(target)
    await expect(contact.getByRole('button', { name: 'Mark as done' })).toBeVisible()
  })

  expect(errors).toEqual([])
})

async function chooseClient(page: Page): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Client' })
  await field.fill('Example')
  await page.getByRole('option', { name: 'Example Bakery' }).click()
}

async function createTask(page: Page, title: string, description: string, due: string): Promise<void> {
  await page.getByRole('button', { name: 'New task' }).first().click()
  const dialog = page.getByRole('dialog')
  await chooseClient(page)
  await dialog.getByLabel('Title').fill(title)
  await dialog.getByLabel('Description').fill(description)
  await typeDate(dialog.getByRole('group', { name: 'Due date' }), due)
  await dialog.getByRole('button', { name: 'Create task' }).click()
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
}
