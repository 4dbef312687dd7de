import { expect, type Page } from '@playwright/test'
import { test } from './house.ts'

const COUNT = 50
const CLOSED = 'Harbour Office 51 OÜ'

/** Presses keys and counts them: of a chord, each key is one. */
class Keys {
  pressed = 0
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(chord: string): Promise<void> {
    this.pressed += chord.split('+').length
    await this.#page.keyboard.press(chord)
  }
}

test('S30: one task goes to fifty clients in under ten keystrokes beside its title', async ({
  house,
  browser,
}) => {
  const { machine, owner, sessions } = house
  const ids: string[] = []
  for (let number = 1; number <= COUNT; number += 1) {
    const name = `Harbour Office ${String(number).padStart(2, '0')} OÜ`
    const { id } = await owner.post<{ id: string }>('/api/office/clients', { name })
    await owner.call('PUT', `/api/office/clients/${id}/portal`, { is_open: true })
    ids.push(id)
  }
  const { id: closed } = await owner.post<{ id: string }>('/api/office/clients', { name: CLOSED })
  const contact = { name: 'Second Contact', email: 'second@harbour.example', has_access: true }
  await owner.post(`/api/office/clients/${closed}/contacts`, contact)

  const context = await browser.newContext({ storageState: sessions.owner })
  const page = await context.newPage()
  await page.goto(`${machine.office}/clients?search=Harbour`)
  await expect(page.getByText('51 clients')).toBeVisible()

  const keys = new Keys(page)
  await keys.press('j')
  await keys.press('Control+a')
  await expect(page.getByText('51 selected')).toBeVisible()
  await keys.press('t')
  await expect(page.getByRole('dialog').getByLabel('Title')).toBeFocused()
  await page.keyboard.type('Bank statement of June')
  await keys.press('Enter')
  expect(keys.pressed).toBeLessThan(10)

  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(`${COUNT} clients have the task now.`)).toBeVisible({ timeout: 60_000 })
  await expect(dialog.getByRole('listitem').filter({ hasText: CLOSED })).toContainText(
    'The client’s portal is closed.',
  )
  for (const id of [ids[0], ids[COUNT - 1]]) {
    const { items } = await owner.get<{ items: { title: string; portal_state: string }[] }>(
      `/api/office/tasks?client_id=${id}`,
    )
    expect(items).toMatchObject([{ title: 'Bank statement of June', portal_state: 'assigned' }])
  }

  // Whose portal was closed gets it after all, once that is opened.
  await dialog.getByRole('button', { name: 'Open its portal and assign' }).click()
  await expect(dialog.getByText('1 client has the task now.')).toBeVisible({ timeout: 60_000 })
  await context.close()
})
