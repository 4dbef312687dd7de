import { expect, type Locator, type Page } from '@playwright/test'
import { atDesk, enterPortal, newClient, press } from './desk.ts'
import { test } from './house.ts'
import { linkIn } from './machine.ts'
import { Person } from './person.ts'

const MINUTE = 60
const title = 'Bank statement of the warehouse'
const second = 'Keys of the warehouse'
const note = 'The rent looks doubtful.'

/** Whether a row stands out as unread: in bold, and in words for those who do not see that. */
async function expectUnread(row: Locator, isUnread: boolean): Promise<void> {
  if (isUnread) await expect(row).toContainText('New:')
  else await expect(row).not.toContainText('New:')
  await expect(row.getByText(title, { exact: false }).first()).toHaveCSS(
    'font-weight',
    isUnread ? '700' : '400',
  )
}

/** Writes into the thread as the office does; the note or message stands there afterwards. */
async function write(office: Page, label: string, text: string, send: string): Promise<void> {
  await office.getByRole('textbox', { name: label }).fill(text)
  await office.getByRole('button', { name: send }).click()
  await expect(office.getByRole('article').getByText(text)).toBeVisible()
}

test('S30–S33, S35–S40: a task and all that is said about it, on two phones and at a desk', async ({
  house,
  browser,
}) => {
  const { machine, owner, sessions } = house
  const [first, other] = ['first@thread.example', 'second@thread.example']
  const client = await newClient(owner, 'Example Kiosk OÜ', {
    'First Contact': first,
    'Second Contact': other,
  })
  // The office's day must not end while this goes on.
  const hour = (await machine.now()).toLocaleString('en-GB', { timeZone: 'Europe/Tallinn', hour: '2-digit' })
  if (hour === '23') await machine.advance(60 * MINUTE)
  const { today } = await owner.get<{ today: string }>('/api/office/session')
  const make = (task: object) =>
    owner.post<{ id: string }>('/api/office/tasks', { client_id: client, due: today, ...task })
  const { id } = await make({
    title,
    description: 'Of all accounts.',
    checklist: [{ text: 'Current account' }],
  })
  const { id: secondId } = await make({ title: second })
  const office = await atDesk(browser, sessions.owner)
  const path = `/api/office/tasks/${id}`
  const change = async (body: object) => {
    const { version } = await owner.get<{ version: number }>(path)
    await owner.call('PATCH', path, body, version)
  }

  await test.step('S30: while the client’s portal is closed the task cannot be assigned; opening is offered', async () => {
    await office.goto(`${machine.office}/tasks/${id}`)
    const panel = office.getByRole('region', { name: 'Client portal' })
    await expect(panel.getByText(/^The portal of Example Kiosk OÜ is closed/)).toBeVisible()
    // What is assigned in one minute is told in one mail: not begun at the end of one.
    const left = MINUTE - (await machine.now()).getSeconds()
    if (left < 30) await machine.advance(left)
    await panel.getByRole('button', { name: 'Open portal and assign' }).click()
    await expect(panel.getByText(/The client is told at/)).toBeVisible()
    await owner.post(`/api/office/tasks/${secondId}/assign`)
  })

  const [phone, otherPhone] =
    await test.step('S33: one mail tells each contact of both tasks, after five minutes', async () => {
      await machine.advance(4 * MINUTE)
      expect(await machine.mailsTo(first)).toEqual([])
      await machine.advance(3 * MINUTE)
      const pages: Page[] = []
      // One of these is on another day than the office, at any hour.
      for (const [who, timezoneId] of [
        [first, 'Pacific/Kiritimati'],
        [other, 'Pacific/Pago_Pago'],
      ] as const) {
        const mail = await machine.newestMail(who, 1)
        expect(mail.subject).toBe('2 new tasks for Example Kiosk OÜ')
        expect(mail.text).toContain(title)
        expect(mail.text).toContain(second)
        expect(mail.text).not.toContain('Of all accounts.')
        const page = await (await browser.newContext({ timezoneId })).newPage()
        await enterPortal(page, linkIn(mail))
        await page.goto(`${machine.portalAt('demo')}/c/${client}/tasks`)
        pages.push(page)
      }
      const [one, two] = pages
      if (!one || !two) throw new Error('nobody came')
      return [one, two] as const
    })
  const row = (page: Page) => page.getByRole('link', { name: new RegExp(title) })
  const rows = [row(phone), row(otherPhone)] as const
  const back = async () => {
    await press(phone.getByRole('link', { name: 'All tasks' }))
    await phone.reload()
  }

  await test.step('S40: the deadline is a day of the office, wherever the contact is', async () => {
    for (const one of rows) await expect(one).toContainText('Due today')
  })

  await test.step('S31, S32: unread is bold, until each has opened it for themselves', async () => {
    for (const one of rows) await expectUnread(one, true)
    const read = phone.waitForResponse(/\/read$/)
    await press(rows[0])
    await expect(phone.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    await read
    await back()
    await expectUnread(rows[0], false)
    await otherPhone.reload()
    await expectUnread(rows[1], true)
  })

  await test.step('S37: the client sees what the accountant sees; ticking is for the accountant to allow', async () => {
    await press(rows[0])
    await expect(phone.getByText('Of all accounts.')).toBeVisible()
    const checklist = phone.getByRole('region', { name: 'Checklist' })
    await expect(checklist.getByText('Current account')).toBeVisible()
    await expect(checklist.getByRole('checkbox')).toHaveCount(0)
    await office.getByRole('switch', { name: 'Client may tick the checklist' }).click({ force: true })
    await expect(office.getByRole('switch', { name: 'Client may tick the checklist' })).toBeChecked()
    await phone.reload()
    await press(checklist.getByRole('checkbox', { name: 'Current account' }))
    await expect(checklist.getByText('1 of 1')).toBeVisible()
    await expect(checklist.getByRole('checkbox', { name: 'Current account' })).toBeChecked()
    await office.reload()
    await expect(office.getByRole('region', { name: 'Checklist' }).getByText('1/1')).toBeVisible()
  })

  await test.step('S35, S36: the client asks; Reply answers them, in words to the client', async () => {
    await phone.getByLabel('Your message').fill('Is a photo enough?')
    await press(phone.getByRole('button', { name: 'Send message' }))
    await expect(
      phone.getByRole('region', { name: 'Messages' }).getByText('Is a photo enough?'),
    ).toBeVisible()
    await office.reload()
    // Nothing goes outward by itself.
    await expect(office.getByRole('radio', { name: 'Internal' })).toBeChecked()
    await office.getByRole('button', { name: 'Reply to First Contact' }).click()
    await expect(office.getByRole('radio', { name: 'To client' })).toBeChecked()
    await expect(office.getByText('Reply to First Contact: Is a photo enough?')).toBeVisible()
    await write(office, 'Message to the client', 'If it can be read.', 'Send to client')
    await back()
    await expectUnread(rows[0], true)
    await press(rows[0])
    const answer = phone.getByRole('listitem').filter({ hasText: 'If it can be read.' })
    await expect(answer).toContainText('Answers: Is a photo enough?')
    await press(answer.getByRole('button', { name: /^Reply/ }))
    await phone.getByLabel('Your message').fill('Then it comes today.')
    await press(phone.getByRole('button', { name: 'Send message' }))
    await expect(phone.getByText('Answers: If it can be read.')).toBeVisible()
  })

  await test.step('S31: another deadline or description makes it unread again', async () => {
    for (const changed of [{ due: '2020-02-29' }, { description: 'Of the current account alone.' }]) {
      await back()
      await expectUnread(rows[0], false)
      await change(changed)
      await phone.reload()
      await expectUnread(rows[0], true)
      const read = phone.waitForResponse(/\/read$/)
      await press(rows[0])
      await read
    }
    await expect(phone.getByText('Of the current account alone.')).toBeVisible()
  })

  await test.step('S40: past its deadline it is red, and says so in words', async () => {
    await back()
    await expect(phone.getByRole('heading', { name: /^Overdue/ })).toBeVisible()
    const late = rows[0].getByText(/^Overdue by [\d,]+ days$/)
    const colour = (of: Locator) => of.evaluate((element) => getComputedStyle(element).color)
    await expect(late).toBeVisible()
    const due = phone.getByRole('link', { name: new RegExp(second) }).getByText('Due today')
    expect(await colour(late)).not.toBe(await colour(due))
  })

  await test.step('S37, S38: a note with a file is the office’s alone and looks like it; a shared file is not', async () => {
    await office.reload()
    const choosing = office.waitForEvent('filechooser')
    await office.getByRole('button', { name: 'Attach files' }).click()
    const rent = { name: 'rent.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 rent') }
    await (await choosing).setFiles(rent)
    await write(office, 'Internal note', note, 'Add internal note')
    const article = (name: string) => office.getByRole('article', { name }).last()
    const background = (of: Locator) => of.evaluate((element) => getComputedStyle(element).backgroundColor)
    const internal = article('Internal note by')
    await expect(internal).toContainText('Only your office')
    await expect(internal).toContainText('rent.pdf')
    expect(await background(internal)).not.toBe(await background(article('Message by')))

    const files = office.getByRole('region', { name: 'Files' })
    await files.getByText('Client too', { exact: true }).first().click()
    const form = { name: 'form.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 form') }
    await files.locator('input[type="file"]').setInputFiles(form)
    const listed = (name: string) => files.getByRole('listitem').filter({ hasText: name })
    await expect(listed('rent.pdf')).toContainText('Only office')
    await expect(listed('form.pdf').getByRole('button', { name: 'Download form.pdf' })).toBeVisible()
    await expect(listed('form.pdf')).toContainText('Client too')
  })

  await test.step('S37, S39: in the portal there is the shared file, and nothing of the note', async () => {
    await phone.reload()
    await press(rows[0])
    await expect(phone.getByRole('region', { name: 'Files' }).getByRole('listitem')).toHaveText([/form\.pdf/])
    await expect(phone.getByText(note)).toHaveCount(0)
    const { office_id: portal } = await phone.evaluate(
      () => JSON.parse(document.getElementById('boot')?.textContent ?? '{}').branding,
    )
    const told = await Person.on(phone).get(`/api/portal/${portal}/clients/${client}/tasks/${id}`)
    for (const word of [note, 'rent.pdf', 'internal']) expect(JSON.stringify(told)).not.toContain(word)
    await press(phone.getByRole('link', { name: 'Documents', exact: true }))
    const documents = phone.getByRole('main').getByRole('listitem')
    await expect(documents).toHaveText([/form\.pdf/])
    await machine.advance(10 * MINUTE)
    for (const mail of await machine.mailsTo(first)) expect(mail.text + mail.html).not.toContain(note)
    await office.goto(`${machine.office}/clients/${client}`)
    const parts = office.getByRole('navigation', { name: 'Parts of the client’s card' })
    await parts.getByRole('link', { name: 'Files' }).click()
    const both = office.getByRole('table', { name: 'Files' })
    await expect(both.getByRole('row', { name: /rent\.pdf/ })).toContainText('Only office')
    await expect(both.getByRole('row', { name: /form\.pdf/ })).toContainText('Client too')
  })
})
