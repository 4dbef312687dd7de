import { expect, type Page } from '@playwright/test'
import { atDesk, press, turn } from './desk.ts'
import { type House, test } from './house.ts'

const DAY = 24 * 60 * 60
const bakery = 'Example Bakery OÜ'

/** A task that the client has, and its path in either app. */
async function assigned(house: House, title: string, more: object = {}): Promise<string> {
  const { owner, clients } = house
  const body = { client_id: clients[bakery], title, ...more }
  const { id } = await owner.post<{ id: string }>('/api/office/tasks', body)
  await owner.post(`/api/office/tasks/${id}/assign`)
  return `/tasks/${id}`
}

test('S37, S38, S39, S40, S42, S43, S44, S63: steps, notes, done, opened again, completed, by itself too, taken back', async ({
  house,
  browser,
}) => {
  const { machine, owner, sessions, clients } = house
  const contact = house.contact.page
  const office = await atDesk(browser, sessions.owner)
  const portal = `${machine.portalAt('demo')}/c/${clients[bakery]}`
  const { today } = await owner.get<{ today: string }>('/api/office/session')
  const done = contact.getByRole('button', { name: 'Mark as done' })
  const completed = contact.getByText(/^Demo Office has completed this task/)
  const show = async (page: Page, address: string, title: string) => {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  }

  const steps =
    await test.step('S40: a deadline that has passed is seen, by its words as well as its colour', async () => {
      const checklist = [{ text: 'Shop' }, { text: 'Kiosk' }]
      const path = await assigned(house, 'Cash books', { due: today, checklist, client_may_tick: true })
      await contact.goto(`${portal}/tasks`)
      const row = contact.getByRole('link', { name: /Cash books/ })
      await expect(row).toContainText('Due today')
      const before = await row.getByText('Due today').evaluate((fact) => getComputedStyle(fact).color)
      await machine.advance(DAY)
      await contact.reload()
      const late = row.getByText('Overdue by 1 day')
      await expect(late).toBeVisible()
      expect(await late.evaluate((fact) => getComputedStyle(fact).color)).not.toBe(before)
      await expect(contact.getByRole('heading', { name: /^Overdue/ })).toBeVisible()
      await press(row)
      await expect(contact.getByText('Overdue by 1 day')).toBeVisible()
      await show(office, machine.office + path, 'Cash books')
      await expect(office.getByText('Overdue by 1 day').first()).toBeVisible()
      return path
    })

  await test.step('S38, S39, S63: a note is internal unless somebody says otherwise, and is nowhere in the portal', async () => {
    await office.getByLabel('Internal note').fill('The kiosk is for sale.')
    await office.getByRole('button', { name: 'Add internal note' }).click()
    const note = office.getByRole('article', { name: 'Internal note by Demo Owner' })
    await expect(note.getByText('The kiosk is for sale.')).toBeVisible()
    await expect(note.getByText('Only your office')).toBeVisible()
    await contact.goto(`${portal}/tasks`)
    const row = contact.getByRole('link', { name: /Cash books/ })
    await expect(row).toBeVisible()
    await expect(row).not.toContainText('New:')
    await expect(row).not.toContainText('message')
    await press(row)
    await expect(contact.getByText('Questions about this task? Write here.')).toBeVisible()
    await expect(contact.getByText('The kiosk is for sale.')).toHaveCount(0)
  })

  await test.step('S37, S42: the client ticks the steps and is done, which the office sees and has not completed', async () => {
    await press(contact.getByText('Shop'))
    await expect(contact.getByRole('checkbox', { name: 'Shop' })).toBeChecked()
    await expect(contact.getByText('1 of 2')).toBeVisible()
    await press(contact.getByText('Kiosk'))
    await expect(contact.getByText('2 of 2')).toBeVisible()
    await press(done)
    await expect(contact.getByText(/^Done by Demo Contact/)).toBeVisible()
    await show(office, machine.office + steps, 'Cash books')
    await expect(office.getByRole('checkbox', { name: 'Shop' })).toBeChecked()
    await expect(office.getByText(/^Done by Demo Contact/).first()).toBeVisible()
    await expect(office.getByRole('button', { name: 'Complete', exact: true })).toBeVisible()
  })

  await test.step('S42: until the office completes it the client opens it again', async () => {
    await press(contact.getByRole('button', { name: 'Reopen' }))
    await expect(done).toBeVisible()
    await press(done)
    await expect(contact.getByText(/^Done by Demo Contact/)).toBeVisible()
    await office.reload()
    await office.getByRole('button', { name: 'Complete', exact: true }).click()
    await expect(office.getByText(/^Completed by Demo Owner/)).toBeVisible()
    await contact.reload()
    await expect(completed).toBeVisible()
    await expect(contact.getByRole('button', { name: 'Reopen' })).toHaveCount(0)
  })

  await test.step('S42: opened again by the office, it can be opened again by the client', async () => {
    await office.getByRole('button', { name: 'Reopen' }).click()
    await expect(office.getByRole('button', { name: 'Complete', exact: true })).toBeVisible()
    await contact.reload()
    await expect(contact.getByText(/^Done by Demo Contact/)).toBeVisible()
    await expect(completed).toHaveCount(0)
    await press(contact.getByRole('button', { name: 'Reopen' }))
    await expect(done).toBeVisible()
  })

  await test.step('S43: a task that completes by itself is completed with the client’s done', async () => {
    const path = await assigned(house, 'Mileage')
    await show(office, machine.office + path, 'Mileage')
    await turn(office, /^Complete automatically/)
    await expect(office.getByRole('switch', { name: /^Complete automatically/ })).toBeChecked()
    await show(contact, portal + path, 'Mileage')
    await press(done)
    await expect(completed).toBeVisible()
    await expect(contact.getByRole('button', { name: 'Reopen' })).toHaveCount(0)
    await office.reload()
    await expect(office.getByRole('button', { name: 'Reopen' })).toBeVisible()
    await expect(office.getByText(/^Completed by/)).toBeVisible()
  })

  await test.step('S44: done after the office has completed it does no harm', async () => {
    const path = await assigned(house, 'Rent')
    await show(contact, portal + path, 'Rent')
    await expect(done).toBeVisible()
    await owner.post(`/api/office${path}/complete`)
    await press(done)
    await expect(completed).toBeVisible()
    await expect(contact.getByText('That was not saved.')).toHaveCount(0)
  })

  await test.step('taken back while the client has it open, it says so and leaves the list', async () => {
    const path = await assigned(house, 'Card slips')
    await show(contact, portal + path, 'Card slips')
    await expect(done).toBeVisible()
    await owner.post(`/api/office${path}/withdraw`)
    await contact.getByLabel('Your message').fill('Here they')
    await press(done)
    await expect(contact.getByText(/^Demo Office has taken this task back/)).toBeVisible()
    await expect(done).toHaveCount(0)
    // What was being written is not lost.
    await expect(contact.getByText('Here they')).toBeVisible()
    await press(contact.getByRole('link', { name: 'Show my tasks' }))
    await expect(contact.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible()
    await expect(contact.getByRole('link', { name: /Bank statement of last month/ })).toBeVisible()
    await expect(contact.getByRole('link', { name: /Card slips/ })).toHaveCount(0)
  })
})
