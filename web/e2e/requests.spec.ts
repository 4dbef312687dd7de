import { expect, type Page } from '@playwright/test'
import { atDesk, press } from './desk.ts'
import { photo } from './files.ts'
import { test } from './house.ts'

const MINUTE = 60
const bakery = 'Example Bakery OÜ'
const subject = 'A contract of lease'
const question = 'The landlord sent this. How do we book it?'
const answer = 'Which month does it begin in?'

/** Writes to the client in the thread that is open. */
async function answerClient(office: Page, text: string): Promise<void> {
  await office.getByRole('radiogroup', { name: 'Who reads it' }).getByText('To client').click()
  await office.getByLabel('Message to the client').fill(text)
  await office.getByRole('button', { name: 'Send to client' }).click()
  await expect(office.getByRole('article', { name: /^Message by/ }).filter({ hasText: text })).toBeVisible()
}

test('S45, S46, S47, S48, S49, S53: a request is asked, answered, closed, opened again and made a task, once', async ({
  house,
  browser,
}) => {
  const { machine, owner, sessions, clients } = house
  const contact = house.contact.page
  const office = await atDesk(browser, sessions.owner)
  const requests = `${machine.portalAt('demo')}/c/${clients[bakery]}/requests`
  const row = contact.getByRole('link', { name: new RegExp(subject) })

  const path = await test.step('S45: the contact asks something and sends a photo with it', async () => {
    await contact.goto(requests)
    await expect(contact.getByText('Ask Demo Office')).toBeVisible()
    await press(contact.getByRole('link', { name: 'New request' }))
    await press(contact.getByRole('button', { name: 'Send request' }))
    await expect(contact.getByText('Say in a few words what it is about.')).toBeVisible()
    await expect(contact.getByLabel('What is it about?')).toBeFocused()
    await contact.getByLabel('What is it about?').fill(subject)
    await contact.getByLabel('Your request').fill(question)
    const opening = contact.waitForEvent('filechooser')
    await press(contact.getByRole('button', { name: 'Choose files' }))
    const lease = { name: 'lease.jpg', mimeType: 'image/jpeg', buffer: await photo(browser) }
    await (await opening).setFiles(lease)
    await expect(contact.getByRole('button', { name: 'Remove lease.jpg' })).toBeVisible()
    await press(contact.getByRole('button', { name: 'Send request' }))
    await expect(contact.getByText(/^Sent. Demo Owner will see it/)).toBeVisible()
    await expect(contact.getByRole('button', { name: /^lease.jpg.*Download$/ })).toBeVisible()
    return new URL(contact.url()).pathname.replace(/.*\/requests/, '/requests')
  })

  await test.step('S45, S49: who answers for the client is told by mail and in the app', async () => {
    await machine.advance(5 * MINUTE)
    const mails = await machine.mailsTo('owner@demo.example')
    expect(mails.filter(({ text }) => text.includes(subject))).toHaveLength(1)
    await office.goto(`${machine.office}/requests`)
    const found = office.getByRole('row').filter({ hasText: subject })
    await expect(found).toContainText('news from the client')
    await expect(found).toContainText('New')
    await office.getByRole('button', { name: /^Notifications: \d+ unread/ }).click()
    await office.getByText('Demo Contact sent a request').first().click()
    await expect(office.getByRole('heading', { name: subject, level: 1 })).toBeVisible()
    await expect(office.getByText(question)).toBeVisible()
    const downloading = office.waitForEvent('download')
    await office.getByRole('button', { name: 'Download lease.jpg' }).click()
    expect((await downloading).suggestedFilename()).toBe('lease.jpg')
  })

  await test.step('S46: for a member who does not work with the client it does not exist', async () => {
    const member = await atDesk(browser, sessions.member)
    await member.goto(`${machine.office}/requests`)
    await expect(member.getByText('No open requests')).toBeVisible()
    await member.goto(machine.office + path)
    await expect(member.getByText('Not found')).toBeVisible()
    await expect(member.getByText(question)).toHaveCount(0)
    await member.context().close()
  })

  await test.step('S48, S53: the answer reaches the contact, by mail too, who writes back with Reply', async () => {
    const before = (await machine.mailsTo('contact@bakery.example')).length
    await answerClient(office, answer)
    await machine.advance(5 * MINUTE)
    const mails = (await machine.mailsTo('contact@bakery.example')).slice(0, -before)
    expect(mails.filter(({ text }) => text.includes(subject))).toHaveLength(1)
    await contact.goto(requests)
    await expect(row).toContainText('New:')
    await expect(row).toContainText('Answered')
    await press(row)
    await expect(contact.getByText(answer)).toBeVisible()
    await press(contact.getByRole('button', { name: /^Reply/ }))
    await contact.getByLabel('Your message').fill('In January.')
    await press(contact.getByRole('button', { name: 'Send message' }))
    await expect(contact.getByText('In January.')).toBeVisible()
    await contact.goto(requests)
    await expect(row).not.toContainText('New:')
  })

  await test.step('S48: closed, it is open again as soon as the contact writes', async () => {
    await office.reload()
    await expect(office.getByText('In January.')).toBeVisible()
    await office.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(office.getByText(/^Ended by Demo Owner/)).toBeVisible()
    await contact.reload()
    await expect(row).toHaveCount(0)
    await press(contact.getByRole('button', { name: 'Finished' }))
    await press(row)
    await expect(contact.getByText(/^Demo Office has closed this request/)).toBeVisible()
    await contact.getByLabel('Your message').fill('One more thing.')
    await press(contact.getByRole('button', { name: 'Send message' }))
    await expect(contact.getByText(/^Demo Office has closed this request/)).toHaveCount(0)
    await office.reload()
    await expect(office.getByText('One more thing.')).toBeVisible()
    await office.getByRole('button', { name: 'Close', exact: true }).click()
    await office.getByRole('button', { name: 'Reopen' }).click()
    await expect(office.getByRole('button', { name: 'Close', exact: true })).toBeVisible()
    await expect(office.getByText(/^Ended by/)).toHaveCount(0)
  })

  const task = await test.step('S47: it becomes a task with its thread and its file', async () => {
    const late = await office.context().newPage()
    await late.goto(office.url())
    await late.getByRole('button', { name: 'Change into a task' }).click()
    await office.getByRole('button', { name: 'Change into a task' }).click()
    const dialog = office.getByRole('dialog')
    await expect(dialog.getByLabel('Title')).toHaveValue(subject)
    await expect(dialog.getByLabel('Description')).toHaveValue(question)
    await dialog.getByRole('button', { name: 'Change into a task' }).click()
    await expect(office).toHaveURL(/\/tasks\/tsk_/)
    await expect(office.getByRole('heading', { name: subject, level: 1 })).toBeVisible()
    await expect(office.getByText('One more thing.')).toBeVisible()
    await expect(office.getByRole('button', { name: 'Download lease.jpg' }).first()).toBeVisible()
    // Who was slower is led to the same task.
    await late.getByRole('dialog').getByRole('button', { name: 'Change into a task' }).click()
    await late.getByRole('link', { name: 'Open the task' }).click()
    await expect(late).toHaveURL(office.url())
    await late.close()
    const tasks = `/api/office/tasks?client_id=${clients[bakery]}&limit=100`
    const { items } = await owner.get<{ items: { title: string }[] }>(tasks)
    expect(items.filter(({ title }) => title === subject)).toHaveLength(1)
    await office.getByRole('link', { name: 'From a request' }).click()
    await expect(office.getByText('Became a task')).toBeVisible()
    await expect(office.getByRole('form', { name: 'Write a message' })).toHaveCount(0)
    await office.getByRole('link', { name: 'Open the task' }).click()
    await expect(office.getByRole('button', { name: 'Assign to client' })).toBeVisible()
    return new URL(office.url()).pathname
  })

  await test.step('S47: the contact keeps the request, and gets the task once it is assigned', async () => {
    await contact.reload()
    await expect(contact.getByText(/has taken up this request as a task. When something is/)).toBeVisible()
    await expect(contact.getByText(answer).first()).toBeVisible()
    await expect(contact.getByLabel('Your message')).toHaveCount(0)
    await contact.goto(requests.replace(/requests$/, task.slice(1)))
    await expect(contact.getByRole('heading', { name: 'This page is not here' })).toBeVisible()
    await office.getByRole('button', { name: 'Assign to client' }).click()
    await expect(office.getByText(/The client is told at/)).toBeVisible()
    await contact.goto(requests)
    await press(contact.getByRole('button', { name: 'Finished' }))
    await expect(row).toContainText('Taken up')
    await press(row)
    await press(contact.getByRole('link', { name: 'Open the task' }))
    await expect(contact.getByRole('heading', { name: subject, level: 1 })).toBeVisible()
    await expect(contact.getByText('One more thing.')).toBeVisible()
    await expect(contact.getByRole('button', { name: /^lease.jpg.*Download$/ })).toBeVisible()
  })
})
