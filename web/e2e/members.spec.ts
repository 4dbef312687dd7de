import type { Browser, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { linkIn, test } from './machine.ts'

/** Opens the link of the newest of so many mails in a browser of its own, and continues. */
async function enter(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  return page
}

/** Invites somebody whose address is `mistyped` at first: once it is right, one press is enough. */
async function invite(owner: Page, name: string, email: string, mistyped?: string): Promise<void> {
  await owner.getByRole('button', { name: 'Invite member' }).click()
  const dialog = owner.getByRole('dialog')
  const field = dialog.getByLabel('E-mail address')
  const send = dialog.getByRole('button', { name: 'Send invitation' })
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  if (mistyped !== undefined) {
    await field.fill(mistyped)
    await send.click()
    await expect(field).toHaveAccessibleDescription(/^Write an e-mail address/)
  }
  await field.fill(email)
  await send.click()
  await expect(owner.getByRole('row', { name: new RegExp(name) })).toContainText('Invited')
}

async function act(owner: Page, name: string, action: string): Promise<void> {
  await owner.getByRole('button', { name: `Actions for ${name}` }).click()
  await owner.getByRole('menuitem', { name: action }).click()
}

test('S64, S67: who works in an office: invited, joined, promoted, gone, owner, and read about', async ({
  browser,
  machine,
}) => {
  const id = Date.now().toString(36)
  const address = (who: string) => `${who}@${id}.example`
  const errors: string[] = []
  const watch = (page: Page) => page.on('pageerror', (error) => errors.push(error.message))

  const owner = await test.step('an office signs up', async () => {
    const page = await browser.newPage()
    await page.goto(`${machine.office}/sign-up`)
    await page.getByLabel('Name of the office').fill('Bridge Accounting')
    await page.getByLabel('Your name').fill('Olivia Owner')
    await page.getByLabel('E-mail address').fill(address('owner'))
    await page.getByRole('button', { name: 'Create office' }).click()
    await expect(page.getByRole('heading', { name: 'Check your inbox' })).toBeVisible()
    await page.close()
    return enter(browser, linkIn(await machine.newestMail(address('owner'), 1)))
  })
  watch(owner)

  await test.step('the owner invites two members', async () => {
    await owner.goto(`${machine.office}/settings/members`)
    await expect(owner.getByText('You are alone here so far')).toBeVisible()
    await invite(owner, 'Ann Admin', address('ann'), 'ann@')
    await invite(owner, 'Peeter Plain', address('peeter'))
  })

  const [ann, peeter] = await test.step('they join by the links of their mails', async () => {
    const joined: Page[] = []
    for (const who of ['ann', 'peeter']) {
      joined.push(await enter(browser, linkIn(await machine.newestMail(address(who), 1))))
    }
    const [first, second] = joined
    if (!first || !second) throw new Error('nobody came')
    return [first, second] as const
  })
  for (const page of [ann, peeter]) watch(page)

  await test.step('a plain member reads who works here and is kept from the audit trail', async () => {
    await ann.goto(`${machine.office}/settings/members`)
    await expect(ann.getByText(/^Admins and the owner invite members/)).toBeVisible()
    await expect(ann.getByRole('row', { name: /Peeter Plain/ })).toContainText('Joined')
    await ann.goto(`${machine.office}/settings/audit`)
    await expect(
      ann.getByText('Only an admin or the owner of the office reads the audit trail.'),
    ).toBeVisible()
  })

  await test.step('the owner makes one an admin', async () => {
    await owner.reload()
    await act(owner, 'Ann Admin', 'Change name or role')
    const dialog = owner.getByRole('dialog')
    await dialog.getByRole('button', { name: /Role/ }).click()
    await owner.getByRole('option', { name: /^Admin/ }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    // On a phone it stands below the name.
    const role = owner.getByRole('row', { name: /Ann Admin/ }).getByText('Admin', { exact: true })
    await expect(role.filter({ visible: true })).toBeVisible()
    await ann.reload()
    await expect(ann.getByRole('button', { name: 'Export the month' })).toBeVisible()
  })

  await test.step('the other adds a client and so has work', async () => {
    await peeter.goto(`${machine.office}/clients`)
    await peeter.getByRole('button', { name: 'New client' }).first().click()
    await peeter.getByRole('dialog').getByLabel('Name of the company').fill('Example Bakery')
    await peeter.getByRole('dialog').getByRole('button', { name: 'Add client' }).click()
    await expect(peeter.getByRole('heading', { name: 'Example Bakery' })).toBeVisible()
  })

  await test.step('the owner deactivates the other, and must say who takes on the work', async () => {
    await act(owner, 'Peeter Plain', 'Deactivate')
    const question = owner.getByRole('alertdialog', { name: 'Deactivate Peeter Plain?' })
    await question.getByRole('button', { name: 'Deactivate' }).click()
    await expect(question.getByText(/^There are clients or open tasks/)).toBeVisible()
    await question.getByRole('button', { name: /Who takes on/ }).click()
    await owner.getByRole('option', { name: /^Ann Admin/ }).click()
    await question.getByRole('button', { name: 'Deactivate' }).click()
    await expect(owner.getByText('Peeter Plain is signed out. The work goes to Ann Admin.')).toBeVisible()
    await owner.getByRole('button', { name: 'Show inactive (1)' }).click()
    await expect(owner.getByRole('row', { name: /Peeter Plain/ })).toContainText('Inactive')
  })

  await test.step('who left is signed out, and who took over answers for the client', async () => {
    await peeter.reload()
    await expect(peeter).toHaveURL(/\/sign-in/)
    await ann.goto(`${machine.office}/clients`)
    await ann
      .getByRole('row', { name: /Example Bakery/ })
      .getByText('Example Bakery')
      .click()
    await expect(ann.getByRole('region', { name: 'Who works with it' })).toContainText('Ann Admin')
  })

  await test.step('all of it is in the audit trail, which the new admin reads and takes along', async () => {
    await ann.goto(`${machine.office}/settings/audit`)
    const trail = ann.getByRole('main')
    for (const told of [
      'Olivia Owner invited the member Peeter Plain',
      'Peeter Plain signed in',
      'Olivia Owner changed the member Ann Admin',
      'Olivia Owner deactivated the member Peeter Plain',
      'Olivia Owner made Ann Admin responsible for the client Example Bakery',
    ]) {
      await expect(trail.getByRole('listitem').filter({ hasText: told })).toHaveCount(1)
    }
    const promoted = trail.getByRole('listitem').filter({ hasText: 'changed the member Ann Admin' })
    await expect(promoted).toContainText(/Role\s*Member\s*became\s*Admin/)
    await ann.getByRole('button', { name: 'Export the month' }).click()
    const dialog = ann.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Export' }).click()
    const download = ann.waitForEvent('download')
    await dialog.getByRole('link', { name: 'Download' }).click()
    expect((await download).suggestedFilename()).toMatch(/^audit-\d{4}-\d{2}\.csv$/)
  })

  await test.step('the owner hands the office over, and is an admin from then on', async () => {
    await owner.goto(`${machine.office}/settings/members`)
    await act(owner, 'Ann Admin', 'Make owner')
    const question = owner.getByRole('alertdialog', { name: 'Hand the office over to Ann Admin?' })
    await question.getByRole('button', { name: 'Hand over' }).click()
    await expect(owner.getByText('Ann Admin is the owner now.')).toBeVisible()
    await expect(owner.getByRole('row', { name: /Ann Admin/ })).toContainText('Owner')
    await expect(owner.getByRole('row', { name: /Olivia Owner/ })).toContainText('Admin')
    await ann.goto(`${machine.office}/settings/members`)
    await ann.getByRole('button', { name: 'Actions for Olivia Owner' }).click()
    await expect(ann.getByRole('menuitem', { name: 'Make owner' })).toBeVisible()
    await ann.keyboard.press('Escape')
  })

  await test.step('she sees where else she is signed in, and signs out there', async () => {
    const before = (await machine.mailsTo(address('ann'))).length
    const asking = await browser.newPage()
    await asking.goto(`${machine.office}/sign-in`)
    await asking.getByLabel('E-mail address').fill(address('ann'))
    await asking.getByRole('button', { name: 'Send me a link' }).click()
    await expect(asking.getByRole('heading', { name: 'Check your inbox' })).toBeVisible()
    await asking.close()
    const here = await enter(browser, linkIn(await machine.newestMail(address('ann'), before + 1)))
    watch(here)
    await here.goto(`${machine.office}/account`)
    const logins = here.getByRole('region', { name: 'Where you are signed in' })
    await expect(logins.getByRole('button', { name: /^Sign out there/ })).toHaveCount(1)
    await logins.getByRole('button', { name: /^Sign out there/ }).click()
    await expect(here.getByText(/^Signed out:/)).toBeVisible()
    await expect(logins.getByText('You are signed in nowhere else.')).toBeVisible()
    await ann.reload()
    await expect(ann).toHaveURL(/\/sign-in/)
    await here.reload()
    await expect(logins).toBeVisible()
  })

  expect(errors).toEqual([])
})
