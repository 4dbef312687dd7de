import { expect, type Page } from '@playwright/test'
import { atDesk, enterOffice, enterPortal, newClient, press } from './desk.ts'
import { test } from './house.ts'
import { linkIn } from './machine.ts'

const MINUTE = 60
const title = 'Bank statement of the cinema'

test('S45, S49–S54, S56: each is told by mail and in the app, and of nothing that they switched off', async ({
  house,
  browser,
  page: contact,
}) => {
  const { machine, owner } = house
  const [theirs, mine] = ['first@told.example', 'told@demo.example']
  const client = await newClient(owner, 'Example Cinema OÜ', { 'First Contact': theirs })
  await owner.call('PUT', `/api/office/clients/${client}/portal`, { is_open: true })
  const portal = machine.portalAt('demo')
  const office = await atDesk(browser)
  /** The subjects of what has come since the last time, oldest first. */
  const seen = new Map<string, number>()
  const news = async (who: string) => {
    await machine.advance(10 * MINUTE)
    const mails = await machine.mailsTo(who)
    const fresh = mails.slice(0, mails.length - (seen.get(who) ?? 0))
    seen.set(who, mails.length)
    return fresh.map(({ subject }) => subject).reverse()
  }
  const task = async (name: string) => {
    const { id } = await owner.post<{ id: string }>('/api/office/tasks', { client_id: client, title: name })
    await owner.post(`/api/office/tasks/${id}/assign`)
    return `/api/office/tasks/${id}`
  }
  /** Moves a switch of the contact’s profile. */
  const flip = async (kind: RegExp) => {
    await contact.goto(`${portal}/profile`)
    const row = contact.getByRole('row', { name: kind })
    await press(row.getByRole('switch'))
    await expect(row.getByText('Saved')).toBeVisible()
  }
  const write = async (text: string) => {
    await contact.getByLabel('Your message').fill(text)
    await press(contact.getByRole('button', { name: 'Send message' }))
    await expect(contact.getByRole('region', { name: 'Messages' }).getByText(text)).toBeVisible()
  }
  const bell = (page: Page) => page.getByRole('button', { name: /^Notifications/ })

  await test.step('an accountant answers for the client, and its contact has come in', async () => {
    const { id } = await owner.post<{ id: string }>('/api/office/members', {
      name: 'Told Accountant',
      email: mine,
      role: 'member',
    })
    await enterOffice(office, linkIn(await machine.newestMail(mine, 1)))
    const path = `/api/office/clients/${client}`
    const { version } = await owner.get<{ version: number }>(path)
    await owner.call('PATCH', path, { responsible_ids: [id] }, version)
    seen.set(mine, 1)
  })

  const first = await test.step('S52: the contact is told of a task', async () => {
    const made = await task(title)
    expect(await news(theirs)).toEqual([`New task: ${title}`])
    const [mail] = await machine.mailsTo(theirs)
    if (!mail) throw new Error('no mail came')
    await enterPortal(contact, linkIn(mail))
    await expect(contact.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    return made
  })

  await test.step('S49–S51: the accountant is told what the contact writes, asks and finishes', async () => {
    await write('Is June enough?')
    await press(contact.getByRole('button', { name: 'Mark as done' }))
    await expect(contact.getByText(/Done by First Contact/)).toBeVisible()
    await contact.goto(`${portal}/c/${client}/requests/new`)
    await contact.getByLabel('What is it about?').fill('A certificate for the bank')
    await contact.getByLabel('Your request').fill('By Friday, if you can.')
    await press(contact.getByRole('button', { name: 'Send request' }))
    await expect(contact.getByRole('heading', { name: 'A certificate for the bank', level: 1 })).toBeVisible()
    expect(await news(mine)).not.toEqual([])
    const told = (await machine.mailsTo(mine)).map(({ text }) => text).join('\n')
    for (const said of [title, 'A certificate for the bank']) expect(told).toContain(said)
    await office.goto(`${machine.office}/tasks`)
    await bell(office).click()
    for (const said of [
      'First Contact wrote a message',
      'First Contact marked the task as done',
      'First Contact sent a request',
    ])
      await expect(office.getByText(said).first()).toBeVisible()
    await office.getByRole('button', { name: 'Mark all as read' }).click()
    await office.keyboard.press('Escape')
    await expect(office.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()
  })

  await test.step('S50: without mails about messages, a message is told in the app alone', async () => {
    await office.goto(`${machine.office}/account`)
    const byMail = office.getByRole('checkbox', { name: 'By mail: Somebody writes in the client portal' })
    const saved = office.waitForResponse(/notification-settings$/)
    await byMail.click({ force: true })
    expect((await saved).ok()).toBe(true)
    await expect(byMail).not.toBeChecked()
    await contact.goto(`${portal}/c/${client}/tasks/${first.split('/').at(-1)}`)
    await write('And the other account?')
    expect(await news(mine)).toEqual([])
    await office.goto(`${machine.office}/tasks`)
    await bell(office).click()
    await expect(office.getByText('First Contact wrote a message').first()).toBeVisible()
  })

  await test.step('S53, S56: the contact is told of a message, until that is switched off', async () => {
    // Whoever has read it already is not told.
    await contact.goto(`${portal}/profile`)
    await owner.post(`${first}/messages`, { visibility: 'portal', text: 'Both, please.' })
    expect(await news(theirs)).toEqual([`${title}: 1 new message`])
    await flip(/^A message/)
    await owner.post(`${first}/messages`, { visibility: 'portal', text: 'By Monday.' })
    expect(await news(theirs)).toEqual([])
  })

  await test.step('S54, S56: of a task that is taken back only who was told of it, and wants to be', async () => {
    const unheard = await task('Assigned by mistake')
    await owner.post(`${unheard}/withdraw`)
    expect(await news(theirs)).toEqual([])
    const heard = await task('Taken back later')
    expect(await news(theirs)).toEqual(['New task: Taken back later'])
    await owner.post(`${heard}/withdraw`)
    expect(await news(theirs)).toEqual(['Taken back later: taken back; nothing is left to do'])
    await flip(/^A task is taken back/)
    const quiet = await task('Taken back in silence')
    expect(await news(theirs)).toEqual(['New task: Taken back in silence'])
    await owner.post(`${quiet}/withdraw`)
    expect(await news(theirs)).toEqual([])
  })

  await test.step('S52, S56: of a new task no longer, once that is switched off; it is in the portal all the same', async () => {
    await flip(/^A new task/)
    await task('Told by nobody')
    expect(await news(theirs)).toEqual([])
    await contact.goto(`${portal}/c/${client}/tasks`)
    await expect(contact.getByRole('link', { name: /Told by nobody/ })).toContainText('New:')
  })

  await test.step('S56: links to sign in come whatever is switched off', async () => {
    const anybody = await (await browser.newContext()).newPage()
    await anybody.goto(portal)
    await anybody.getByLabel('Your e-mail address').fill(theirs)
    await press(anybody.getByRole('button', { name: 'Send me a link' }))
    await anybody.getByRole('heading', { name: 'Check your inbox' }).waitFor()
    expect(await news(theirs)).toHaveLength(1)
    await anybody.context().close()
  })
})
