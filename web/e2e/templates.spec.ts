import { expect, type Page } from '@playwright/test'
import { atDesk, enterPortal, newClient, press } from './desk.ts'
import { test } from './house.ts'
import { linkIn, type Machine } from './machine.ts'

const builtIn = 'Get to know your client portal'
const changed = 'Look around in your portal'
const own = 'Send us a photo of anything'
const ordinary = 'Lease agreement'

/** Invites clients by their names as the office does it, and closes what was said of it. */
async function invite(office: Page, machine: Machine, names: string[]): Promise<void> {
  await office.goto(`${machine.office}/clients?search=Sample`)
  for (const name of names)
    await office.getByRole('checkbox', { name: `Select ${name}` }).click({ force: true })
  await office.getByRole('button', { name: 'Open the client portal' }).click()
  const dialog = office.getByRole('dialog')
  await expect(dialog.getByRole('switch', { name: 'Send invitations' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Open the client portal' }).click()
  await expect(dialog.getByText('Done.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).first().click()
}

/** The tasks of the list, as they stand below each other. */
const tasksOf = (page: Page) => page.getByRole('main').getByRole('listitem').getByRole('link')

test('S13–S15, S16–S18, S21, S23: sample tasks come first; a changed or deleted template leaves what was given out', async ({
  house,
  browser,
  page: first,
}) => {
  const { machine, owner, sessions } = house
  const address = (who: string) => `${who}@samples.example`
  const library = await newClient(owner, 'Sample Library OÜ', {
    'First Contact': address('first'),
    'Second Contact': address('second'),
  })
  await newClient(owner, 'Sample Museum OÜ', { 'Third Contact': address('third') })
  await newClient(owner, 'Sample Nursery OÜ', { 'Fourth Contact': address('fourth') })
  await newClient(owner, 'Sample Kiosk OÜ', {})
  const office = await atDesk(browser, sessions.owner)
  const templates = `${machine.office}/settings/portal/templates`
  /** Somebody else who comes in by their invitation. */
  const enter = async (who: string) => {
    const page = await (await browser.newContext()).newPage()
    await enterPortal(page, linkIn(await machine.newestMail(address(who), 1)))
    return page
  }

  await test.step('S14: one sample task is there from the beginning', async () => {
    await office.goto(templates)
    await expect(office.getByRole('button', { name: `Edit “${builtIn}”` })).toBeVisible()
    await expect(office.getByRole('button', { name: /^Edit “/ })).toHaveCount(1)
  })

  await test.step('S16–S18: clients are invited together; who cannot be is named, with the reason', async () => {
    await office.goto(`${machine.office}/clients?search=Sample`)
    for (const name of ['Sample Library OÜ', 'Sample Kiosk OÜ'])
      await office.getByRole('checkbox', { name: `Select ${name}` }).click({ force: true })
    await office.getByRole('button', { name: 'Open the client portal' }).click()
    const dialog = office.getByRole('dialog')
    await expect(dialog.getByText('2 contacts get access')).toBeVisible()
    await dialog.getByRole('button', { name: 'Open the client portal' }).click()
    await expect(dialog.getByText('Done.')).toBeVisible()
    const skipped = dialog.getByRole('region', { name: 'Who is skipped' }).getByRole('listitem')
    await expect(skipped).toHaveText(/Sample Kiosk OÜ\s*No contacts\./)
    await dialog.getByRole('button', { name: 'Close' }).first().click()
  })

  await test.step('S13: what has come first is the sample, before a task that is late', async () => {
    const { today } = await owner.get<{ today: string }>('/api/office/session')
    const late = { client_id: library, title: ordinary, due: `${Number(today.slice(0, 4)) - 1}-12-31` }
    const task = await owner.post<{ id: string }>('/api/office/tasks', late)
    await owner.post(`/api/office/tasks/${task.id}/assign`)
    await enterPortal(first, linkIn(await machine.newestMail(address('first'), 1)))
    await expect(tasksOf(first)).toHaveText([new RegExp(builtIn), new RegExp(ordinary)])
    await expect(first.getByRole('heading', { level: 2 }).first()).toHaveText(/^Start here/)
  })

  await test.step('S8, S14: it is changed, and another one is added, both seen as the client will see them', async () => {
    await office.goto(templates)
    await office.getByRole('button', { name: `Edit “${builtIn}”` }).click()
    const dialog = office.getByRole('dialog')
    const asClient = dialog.frameLocator('iframe')
    await expect(dialog.getByText('Clients who have it already keep it as it was.')).toBeVisible()
    await expect(asClient.getByRole('heading', { level: 1 })).toHaveText(builtIn)
    await dialog.getByLabel('Title').fill(changed)
    await expect(asClient.getByRole('heading', { level: 1 })).toHaveText(changed)
    await expect(dialog.getByLabel('Title')).toBeFocused()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(office.getByRole('button', { name: `Edit “${changed}”` })).toBeVisible()
    await office.getByRole('button', { name: 'New sample task' }).click()
    await dialog.getByLabel('Title').fill(own)
    await dialog.getByLabel('Description').fill('A photo of your desk will do.')
    await expect(asClient.getByRole('heading', { level: 1 })).toHaveText(own)
    await expect(asClient.getByText('A photo of your desk will do.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(office.getByRole('button', { name: `Edit “${own}”` })).toBeVisible()
  })

  await test.step('S14, S21: whoever is invited from now on gets both', async () => {
    await invite(office, machine, ['Sample Museum OÜ'])
    const third = await enter('third')
    await expect(tasksOf(third).filter({ hasText: changed })).toHaveCount(1)
    await expect(tasksOf(third).filter({ hasText: own })).toHaveCount(1)
    await expect(tasksOf(third)).toHaveCount(2)
    await third.context().close()
  })

  await test.step('S15: whoever has the sample keeps it as it was given', async () => {
    await first.reload()
    await expect(tasksOf(first)).toHaveText([new RegExp(builtIn), new RegExp(ordinary)])
  })

  await test.step('S14, S15: deleted, it is given to nobody, and stays where it is', async () => {
    await office.goto(templates)
    for (const title of [changed, own]) {
      await office.getByRole('button', { name: `Delete “${title}”` }).click()
      await office.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
      await expect(office.getByRole('button', { name: `Delete “${title}”` })).toHaveCount(0)
    }
    await expect(office.getByText('No sample task')).toBeVisible()
    await invite(office, machine, ['Sample Nursery OÜ'])
    const fourth = await enter('fourth')
    await expect(fourth.getByText('Nothing waits for you')).toBeVisible()
    await fourth.context().close()
    await first.reload()
    await expect(tasksOf(first).first()).toContainText(builtIn)
  })

  await test.step('S13, S23: done by one, it is done for all of the client, and no longer first', async () => {
    const second = await enter('second')
    await expect(tasksOf(second).first()).toContainText(builtIn)
    await second.context().close()
    await press(tasksOf(first).first())
    await press(first.getByRole('button', { name: 'Mark as done' }))
    // Nobody has to complete a sample.
    await expect(first.getByText(/Demo Office has completed this task/)).toBeVisible()
    await press(first.getByRole('link', { name: 'All tasks' }))
    await expect(tasksOf(first)).toHaveText([new RegExp(ordinary)])
    await expect(first.getByRole('heading', { name: 'Start here' })).toHaveCount(0)
  })
})
