import { expect, type Locator, type Page } from '@playwright/test'
import { press, turn } from './desk.ts'
import { linkIn, test } from './machine.ts'
import { Person } from './person.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const bakery = 'Example Bakery OÜ'
const receipts = 'Receipts for fuel and parking'
const statement = 'Bank statement of last month'
const service = 'bakery@digitise.example'
const contactAddress = 'contact@bakery.example'

type Named = { id: string; name: string }
type Titled = { id: string; title: string }
type Overview = { reminder_hour: number; reminders: { task_id: string; title: string; on: string }[] }

/** What the office does with the files of a task, and when it asks for them again. */
test('S59, S60, S61, S62: files are mailed to be digitised, and contacts reminded, now and by a rule', async ({
  browser,
  machine,
}) => {
  const owner = await Person.signIn(browser, machine.ownerLink)
  const contact = (await Person.signIn(browser, machine.contactLink)).page
  const { page } = owner
  await press(contact.getByRole('button', { name: 'Skip' }))
  await machine.advance(10 * MINUTE)
  const { items: clients } = await owner.get<{ items: Named[] }>('/api/office/clients')
  const client = clients.find(({ name }) => name === bakery)?.id
  const { items: tasks } = await owner.get<{ items: Titled[] }>(`/api/office/tasks?client_id=${client}`)
  const taskOf = (title: string) => tasks.find((task) => task.title === title)?.id ?? ''
  const open = async (title: string) => {
    await page.goto(`${machine.office}/tasks/${taskOf(title)}`)
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  }
  const send = page.getByRole('button', { name: 'Send to be digitised' })
  const reminders = page.getByRole('region', { name: 'Reminders' })

  await test.step('S59, S60: while it is off there is no field for an address and nothing to press', async () => {
    await open(receipts)
    await expect(page.getByRole('button', { name: 'Download fuel-receipt.pdf' }).first()).toBeVisible()
    await expect(send).toHaveCount(0)
    const dialog = await details(page, `${machine.office}/clients/${client}`)
    await expect(dialog.getByText(/^Digitisation is off for your office/)).toBeVisible()
    await expect(dialog.getByLabel('Digitisation address')).toHaveCount(0)
  })

  await test.step('S59, S60: switched on, the client gets its address', async () => {
    await page.goto(`${machine.office}/settings/office`)
    await turn(page, /^Send files to be digitised/)
    await expect(page.getByText('Digitisation is on.')).toBeVisible()
    const dialog = await details(page, `${machine.office}/clients/${client}`)
    await dialog.getByLabel('Digitisation address').fill(service)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText(service)).toBeVisible()
  })

  await test.step('S61: the file of a task arrives there as an attachment', async () => {
    await open(receipts)
    await send.click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(`The chosen files are mailed to ${service}.`)).toBeVisible()
    await expect(dialog.getByRole('checkbox', { name: /fuel-receipt.pdf/ })).toBeChecked()
    await dialog.getByRole('button', { name: 'Send 1 file' }).click()
    await expect(page.getByText(/^(Waits to be sent|Sent) to be digitised/).first()).toBeVisible()
    await machine.advance(MINUTE)
    const mail = await machine.newestMail(service, 1)
    expect(mail.text).toContain('fuel-receipt.pdf')
    const raw = await machine.rawMail(mail)
    expect(raw).toContain('filename="fuel-receipt.pdf"')
    // What a PDF begins with, as it is in a mail.
    expect(raw).toContain(Buffer.from('%PDF-1').toString('base64'))
    await page.reload()
    await expect(page.getByText(/^Sent to be digitised/).first()).toBeVisible()
  })

  await test.step('S61: once more is asked first, and only what is new is chosen by itself', async () => {
    await page.getByRole('radiogroup', { name: 'Who sees new files' }).getByText('Client too').click()
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).click()
    const file = { name: 'parking.txt', mimeType: 'text/plain', buffer: Buffer.from('Parking, 3.20') }
    await (await choosing).setFiles(file)
    await expect(page.getByRole('button', { name: 'Download parking.txt' })).toBeVisible()
    await send.click()
    const dialog = page.getByRole('dialog')
    const sent = dialog.getByRole('checkbox', { name: /fuel-receipt.pdf/ })
    await expect(dialog.getByRole('checkbox', { name: /parking.txt/ })).toBeChecked()
    await expect(sent).not.toBeChecked()
    await sent.click({ force: true })
    await dialog.getByRole('button', { name: 'Send 2 files' }).click()
    await expect(dialog.getByText('One of them was sent already')).toBeVisible()
    expect(await machine.mailsTo(service)).toHaveLength(1)
    await dialog.getByRole('button', { name: 'Send all 2 files' }).click()
    await expect(dialog).toHaveCount(0)
    await machine.advance(MINUTE)
    const raw = await machine.rawMail(await machine.newestMail(service, 2))
    expect(raw).toContain('filename="parking.txt"')
    expect(raw).toContain('filename="fuel-receipt.pdf"')
  })

  await test.step('S61: the client sees nothing of it', async () => {
    await contact.goto(`${machine.portalAt('demo')}/c/${client}/tasks/${taskOf(receipts)}`)
    await expect(contact.getByText('fuel-receipt.pdf')).toBeVisible()
    await expect(contact.getByText(/digitise/i)).toHaveCount(0)
    await expect(contact.getByText(service)).toHaveCount(0)
  })

  await test.step('S62: a member reminds now, and not again within the hour', async () => {
    const before = (await machine.mailsTo(contactAddress)).length
    await open(statement)
    await reminders.getByRole('button', { name: 'Remind now' }).click()
    await expect(page.getByText(`${bakery} is being reminded.`)).toBeVisible()
    await machine.advance(MINUTE)
    const mail = await machine.newestMail(contactAddress, before + 1)
    expect(mail.subject).toBe(`Reminder: ${statement}`)
    await expect(reminders.getByRole('button', { name: 'Remind now' })).toBeDisabled()
    await expect(reminders.getByText(/^You can remind again at/)).toBeVisible()
    await contact.goto(linkIn(mail))
    await expect(contact.getByRole('heading', { name: statement, level: 1 })).toBeVisible()
  })

  const overview = () => owner.get<Overview>('/api/office/overview')
  const plannedOf = async (title: string) =>
    (await overview()).reminders.find((one) => one.title === title)?.on

  await test.step('S62: the office makes a rule, which tasks that wait follow at once', async () => {
    await page.goto(`${machine.office}/settings/office`)
    await page.getByRole('region', { name: 'Reminders' }).getByRole('button', { name: 'Change' }).click()
    const isOn = page.getByRole('switch', { name: 'Remind automatically' })
    if (!(await isOn.isChecked())) await isOn.click({ force: true })
    const rule = page.getByRole('group', { name: 'The office’s rule' })
    await rule.getByRole('textbox', { name: 'Days in between, after the deadline' }).fill('1')
    await rule.getByRole('textbox', { name: 'Maximum number of times' }).fill('9')
    await page.keyboard.press('Tab')
    await expect(page.getByText(/^Contacts are reminded .*every day after the deadline/)).toBeVisible()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved. Waiting tasks follow the new rule.')).toBeVisible()
    await open(receipts)
    await expect(reminders.getByText(/^Next automatic reminder/)).toBeVisible()
  })

  await test.step('S62: one is left out in the overview, and the next leaves by itself', async () => {
    await page.goto(`${machine.office}/overview`)
    const skip = page.getByRole('button', { name: `Skip: ${receipts}` })
    await expect(skip).toBeVisible()
    const left = await plannedOf(receipts)
    const leave = async (day: string | undefined) => {
      const { reminder_hour: hour } = await overview()
      // The hour is that of the office; three more hold whatever its zone is, and the day stays the same.
      const leaving = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`) + MINUTE * 1000
      await machine.advance(Math.max(0, Math.ceil((leaving - (await machine.now()).getTime()) / 1000)))
    }
    const reminded = async () =>
      (await machine.mailsTo(contactAddress)).filter(
        ({ subject, text }) => subject.startsWith('Reminder:') && text.includes(receipts),
      ).length
    await skip.click()
    await expect(page.getByText(`The reminder of “${receipts}” is skipped.`)).toBeVisible()
    const next = await plannedOf(receipts)
    expect(next && left && next > left).toBe(true)
    await leave(left)
    expect(await reminded()).toBe(0)
    await leave(next)
    expect(await reminded()).toBe(1)
    await machine.advance(HOUR)
    expect(await reminded()).toBe(1)
  })
})

/** The dialog in which a client's details are changed. */
async function details(page: Page, address: string): Promise<Locator> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Change details' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Link to the documents folder' })).toBeVisible()
  return dialog
}
