import { expect, type Page } from '@playwright/test'
import { atDesk, enterPortal, newClient, press } from './desk.ts'
import { test } from './house.ts'
import { linkIn } from './machine.ts'

const MINUTE = 60
const library = 'Example Library OÜ'
const museum = 'Example Museum OÜ'
const nursery = 'Example Nursery OÜ'

/** Opens a client's card at its contacts. */
async function openContacts(office: Page, client: string): Promise<void> {
  await office.goto(client)
  await office
    .getByRole('navigation', { name: 'Parts of the client’s card' })
    .getByRole('link', { name: 'Contacts' })
    .click()
}

/** Adds a contact who gets access at once, and says nothing else. */
async function addContact(office: Page, name: string, email: string): Promise<void> {
  await office.getByRole('button', { name: 'Add contact' }).first().click()
  const dialog = office.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByLabel('E-mail address').fill(email)
  await expect(dialog.getByRole('switch', { name: /Portal access/ })).toBeChecked()
  await dialog.getByRole('button', { name: 'Add contact' }).click()
  await expect(dialog).toHaveCount(0)
}

test('S22, S24–S29: portals open in silence; somebody of several companies sees each for itself, until access ends', async ({
  house,
  browser,
  page: contact,
}) => {
  const { machine, owner, sessions } = house
  const address = (who: string) => `${who}@silent.example`
  const ids = {
    [library]: await newClient(owner, library, { 'First Contact': address('first') }),
    [museum]: await newClient(owner, museum, { 'Third Contact': address('third') }),
    [nursery]: await newClient(owner, nursery, {}),
  }
  const portal = machine.portalAt('demo')
  const office = await atDesk(browser, sessions.owner)
  const cardOf = (name: keyof typeof ids) => `${machine.office}/clients/${ids[name]}`
  const menu = contact.getByRole('button', { name: /Account and companies/ })
  const companies = contact.getByRole('list', { name: 'Your companies' }).getByRole('button')
  /** Assigns a task to a client, as far as its contacts are told. */
  const assign = async (name: keyof typeof ids, title: string) => {
    const { id } = await owner.post<{ id: string }>('/api/office/tasks', { client_id: ids[name], title })
    await owner.post(`/api/office/tasks/${id}/assign`)
    await machine.advance(7 * MINUTE)
    return id
  }

  await test.step('S24: the switch on the client’s card opens its portal', async () => {
    await office.goto(cardOf(library))
    await office.getByRole('switch', { name: /Client portal open/ }).click({ force: true })
    await expect(office.getByText('The portal is open. Nobody was mailed.')).toBeVisible()
  })

  await test.step('S25: a contact who is added later has access at once', async () => {
    await openContacts(office, cardOf(library))
    await addContact(office, 'Second Contact', address('second'))
    await expect(office.getByRole('switch', { name: 'Portal access of Second Contact' })).toBeChecked()
  })

  await test.step('S22: many are opened together without invitations', async () => {
    await office.goto(`${machine.office}/clients?search=Example%20Mus`)
    await office.getByRole('checkbox', { name: `Select ${museum}` }).click({ force: true })
    await office.getByRole('button', { name: 'Open the client portal' }).click()
    const dialog = office.getByRole('dialog')
    await dialog.getByRole('switch', { name: /Send invitations/ }).click({ force: true })
    await expect(dialog.getByText(/^Silent: no mail and no sample task/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Open the client portal' }).click()
    await expect(dialog.getByText('Done.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).first().click()
  })

  await test.step('S22, S24, S25: nobody got a mail, and no client a sample task', async () => {
    await machine.advance(10 * MINUTE)
    for (const who of ['first', 'second', 'third']) expect(await machine.mailsTo(address(who))).toEqual([])
    for (const name of [library, museum] as const) {
      const { items } = await owner.get<{ items: unknown[] }>(`/api/office/tasks?client_id=${ids[name]}`)
      expect(items).toEqual([])
    }
  })

  await test.step('S22, S26: the first task’s mail is how they learn of it, and lets them in', async () => {
    const task = await assign(library, 'Book of loans')
    await machine.newestMail(address('second'), 1)
    const mail = await machine.newestMail(address('first'), 1)
    expect(mail.text).toContain(library)
    await enterPortal(contact, linkIn(mail))
    await expect(contact.getByRole('heading', { name: 'Book of loans', level: 1 })).toBeVisible()
    expect(new URL(contact.url()).pathname).toBe(`/c/${ids[library]}/tasks/${task}`)
  })

  await test.step('S28: with one company there is nothing to switch', async () => {
    await press(menu)
    await expect(contact.getByRole('button', { name: 'Sign out' })).toBeVisible()
    await expect(companies).toHaveCount(0)
  })

  await test.step('S25, S28: the same address at another company, in capitals too, is the same login', async () => {
    await openContacts(office, cardOf(museum))
    await addContact(office, 'Somebody', address('first').toUpperCase())
    await expect(
      office.getByText('The address was known: First Contact is linked to this client.'),
    ).toBeVisible()
    // A company whose portal is closed is not theirs to see.
    await openContacts(office, cardOf(nursery))
    await addContact(office, 'Somebody', address('first'))
    await contact.goto(portal)
    await press(menu)
    await expect(companies).toHaveText([library, museum].map((name) => new RegExp(name)))
  })

  await test.step('S27, S28: they switch, and each company shows its own alone', async () => {
    await press(companies.filter({ hasText: museum }))
    await expect(contact).toHaveURL(`${portal}/c/${ids[museum]}/tasks`)
    await expect(contact.getByText('Nothing waits for you')).toBeVisible()
    await expect(contact.getByText('Book of loans')).toHaveCount(0)
    await expect(contact.getByRole('button', { name: new RegExp(`Working for ${museum}`) })).toBeVisible()
  })

  await test.step('S27: a company that is closed is not there, by its address neither', async () => {
    await contact.goto(`${portal}/c/${ids[nursery]}/tasks`)
    await expect(contact.getByRole('heading', { name: 'This page is not here' })).toBeVisible()
    await expect(contact.getByText(nursery)).toHaveCount(0)
  })

  await test.step('S28: a mail names its company, and its link opens there', async () => {
    await assign(museum, 'List of exhibits')
    const mail = await machine.newestMail(address('first'), 2)
    expect(mail.text).toContain(museum)
    expect(mail.text).not.toContain(library)
    await contact.goto(linkIn(mail))
    await expect(contact.getByRole('heading', { name: 'List of exhibits', level: 1 })).toBeVisible()
    await expect(contact.getByRole('button', { name: new RegExp(`Working for ${museum}`) })).toBeVisible()
  })

  await test.step('S29: access is taken while they look: nothing of the company is left, the other one stays', async () => {
    await openContacts(office, cardOf(museum))
    await office.getByRole('switch', { name: 'Portal access of First Contact' }).click({ force: true })
    await expect(office.getByRole('switch', { name: 'Portal access of First Contact' })).not.toBeChecked()
    await press(contact.getByRole('link', { name: 'Documents', exact: true }))
    await expect(contact.getByRole('heading', { name: 'This page is not here' })).toBeVisible()
    await expect(contact.getByText(museum)).toHaveCount(0)
    await expect(contact.getByText('List of exhibits')).toHaveCount(0)
    await press(contact.getByRole('link', { name: 'Show my tasks' }))
    await expect(contact.getByRole('link', { name: /Book of loans/ })).toBeVisible()
    await press(menu)
    await expect(companies).toHaveCount(0)
  })
})
