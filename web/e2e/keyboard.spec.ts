import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './house.ts'
import { linkIn } from './machine.ts'

const bakery = 'Example Bakery OÜ'
/** More presses of Tab than any screen should ask for. */
const TABS_MAX = 80

/** Goes to an element with Tab alone, as somebody does who uses no mouse, and sees where they are. */
async function tabTo(target: Locator): Promise<void> {
  const page = target.page()
  await target.waitFor()
  for (let presses = 0; presses < TABS_MAX; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      // A field may show it on the frame around it.
      const isSeen = await target.evaluate((element) =>
        [element, element.parentElement ?? element].some((shown) => {
          const { outlineStyle, boxShadow } = getComputedStyle(shown)
          return outlineStyle !== 'none' || boxShadow !== 'none'
        }),
      )
      expect(isSeen, 'what has the focus shows it').toBe(true)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} is not reached by Tab`)
}

async function pressOn(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press(key)
}

async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.type(text)
}

/** Nothing but the keys: a click would fail the test. */
async function withoutMouse(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // A key that presses a button makes no such event. An error of the page fails the journey.
    addEventListener('pointerdown', () => reportError(new Error('there is no mouse')), true)
  })
}

test('a contact comes in, writes and is done by the keys alone', async ({ house, page }) => {
  const { machine, owner, clients } = house
  await withoutMouse(page)
  const client = `/api/office/clients/${clients[bakery]}`
  const email = 'keys@bakery.example'
  const contact = { name: 'Keys Contact', email, has_access: true }
  const { id } = await owner.post<{ id: string }>(`${client}/contacts`, contact)
  await owner.post(`${client}/contacts/${id}/invitation`)
  await page.goto(linkIn(await machine.newestMail(email, 1)))
  await pressOn(page.getByRole('button', { name: 'Continue' }))
  await pressOn(page.getByRole('dialog').getByRole('button', { name: 'Skip' }))
  await pressOn(page.getByRole('link', { name: /Receipts for fuel and parking/ }))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await typeInto(page.getByLabel('Your message'), 'They are in the post.')
  await pressOn(page.getByRole('button', { name: 'Send message' }))
  await expect(page.getByText('They are in the post.')).toBeVisible()
  await pressOn(page.getByRole('button', { name: 'Mark as done' }))
  await expect(page.getByText(/Done by Keys Contact/)).toBeVisible()
})

test('an accountant makes a task and assigns it by the keys alone', async ({ house, browser }) => {
  const { machine, sessions } = house
  const context = await browser.newContext({ storageState: sessions.owner })
  const page = await context.newPage()
  await withoutMouse(page)
  await page.goto(`${machine.office}/tasks`)
  await pressOn(page.getByRole('button', { name: 'New task' }).first())
  const dialog = page.getByRole('dialog')
  await typeInto(dialog.getByRole('combobox').first(), 'Example Bak')
  await page.getByRole('option', { name: bakery }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await typeInto(dialog.getByLabel('Title'), 'Keys of the warehouse')
  await pressOn(dialog.getByRole('button', { name: 'Create task' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Keys of the warehouse' })).toBeFocused()
  await pressOn(page.getByRole('button', { name: 'Assign to client' }))
  await expect(page.getByText(/The client is told at/)).toBeVisible()
  await context.close()
})

test('an accountant answers what came in by the keys alone', async ({ house, browser }) => {
  const { machine, contact, clients, sessions } = house
  const { office_id: office } = await contact.page.evaluate(
    () => JSON.parse(document.getElementById('boot')?.textContent ?? '{}').branding,
  )
  await contact.post(`/api/portal/${office}/clients/${clients[bakery]}/requests`, {
    subject: 'A question by the keys',
    text: 'Can you read this?',
  })
  const context = await browser.newContext({ storageState: sessions.owner })
  const page = await context.newPage()
  await withoutMouse(page)
  await page.goto(`${machine.office}/inbox`)
  const row = page.getByRole('link', { name: /A question by the keys/ })
  await row.waitFor()
  await page.keyboard.press('j')
  while (!(await row.evaluate((link) => link === document.activeElement))) await page.keyboard.press('j')
  await page.keyboard.press('r')
  const answer = page.getByLabel('Message to the client')
  await expect(answer).toBeFocused()
  await page.keyboard.type('I can.')
  await pressOn(page.getByRole('button', { name: 'Send to client' }))
  await expect(page.getByText('I can.')).toBeVisible()
  await context.close()
})
