import { expect } from '@playwright/test'
import { press } from './desk.ts'
import { askForLink, test } from './house.ts'
import { linkIn } from './machine.ts'
import { Person } from './person.ts'

const MINUTE = 60

type Change = { field: string; old: string | null; new: string | null; by: string }
type Contact = { id: string; name: string; email: string; changes: Change[] }

// S55, S56, S57: a contact changes their name, their mails and their address, and their accountants see it.
test('a profile, from a new name to a new address', async ({ house, browser, page, contextOptions }) => {
  const { machine, owner, tasks } = house
  const before = 'moving-contact@bakery.example'
  const after = 'moved@new.example'
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const address = page.getByRole('region', { name: 'E-mail address' })

  await test.step('the account menu leads to the profile', async () => {
    await page.goto(await house.invite('Moving Contact'))
    await press(page.getByRole('button', { name: 'Continue' }))
    await press(page.getByRole('dialog').getByRole('button', { name: 'Skip' }))
    await press(page.getByRole('button', { name: /Account and companies/ }))
    await press(page.getByRole('link', { name: 'Profile' }))
    await expect(page.getByRole('heading', { name: 'Profile', level: 1 })).toBeFocused()
  })

  await test.step('a new name saves itself and stands in the menu', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Moved Contact')
    await press(page.getByLabel('Telephone'))
    await expect(page.getByText('Saved')).toBeVisible()
    await press(page.getByRole('button', { name: /Account and companies/ }))
    await expect(page.getByText('Moved Contact')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.reload()
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Moved Contact')
  })

  await test.step('mails about messages are switched off, and none comes', async () => {
    const row = page.getByRole('row', { name: /^A message/ })
    await press(row.getByRole('switch'))
    await expect(row.getByText('Saved')).toBeVisible()
    await expect(row.getByRole('switch')).not.toBeChecked()
    const colleague = 'contact@bakery.example'
    const [mine, theirs] = [await machine.mailsTo(before), await machine.mailsTo(colleague)]
    const task = tasks['Receipts for fuel and parking']
    const message = { visibility: 'portal', text: 'Is that all?' }
    await owner.post(`/api/office/tasks/${task}/messages`, message)
    await machine.advance(10 * MINUTE)
    await machine.newestMail(colleague, theirs.length + 1)
    expect(await machine.mailsTo(before)).toHaveLength(mine.length)
  })

  await test.step('another address is asked for, and nothing changes yet', async () => {
    await press(page.getByRole('button', { name: 'Change' }))
    await page.getByLabel('New e-mail address').fill(after)
    await press(page.getByRole('button', { name: 'Send the link' }))
    await expect(page.getByText(`We sent a link to ${after}.`)).toBeVisible()
    await expect(address.getByText(before)).toBeVisible()
  })

  await test.step('the link of the mail confirms it, in a browser without a session', async () => {
    const elsewhere = await browser.newContext(contextOptions)
    const confirming = await elsewhere.newPage()
    await confirming.goto(linkIn(await machine.newestMail(after, 1)))
    await confirming.getByRole('button', { name: 'Confirm the address' }).click()
    await expect(confirming.getByRole('heading', { name: 'Your new address is in use' })).toBeVisible()
    await expect(confirming.getByText(after)).toBeVisible()
    await elsewhere.close()
  })

  await test.step('the profile shows it, and the old address is told', async () => {
    const told = await machine.newestMail(before, 2)
    expect(told.text).not.toContain(after)
    await page.reload()
    await expect(address.getByText(after)).toBeVisible()
    await expect(page.getByText('We sent a link to')).toHaveCount(0)
    const found = await owner.get<{ items: Contact[] }>('/api/office/contacts?search=Moved')
    const contact = await owner.get<Contact>(`/api/office/contacts/${found.items[0]?.id}`)
    expect(contact.changes).toMatchObject([
      { field: 'email', old: before, new: after, by: 'Moved Contact' },
      { field: 'name', old: 'Moving Contact', new: 'Moved Contact', by: 'Moving Contact' },
    ])
  })

  await test.step('from now on the new address signs in', async () => {
    const again = await Person.signIn(browser, await askForLink(machine, browser, after))
    await expect(again.page.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible()
    await again.page.context().close()
  })

  expect(errors).toEqual([])
})
