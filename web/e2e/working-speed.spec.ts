import { expect, type Page } from '@playwright/test'
import { newClient } from './desk.ts'
import { test } from './house.ts'
import { linkIn } from './machine.ts'

const MANY = 20_000
/** More than the server gives at once: what is tried is the table, and not how it is filled. */
const PAGE = 2_000
/** More rows than fit into the window, and far fewer than there are clients. */
const DRAWN_MAX = 120

test('S37: the steps of a task are put in order by dragging and by the keys', async ({ house, browser }) => {
  const { owner, machine, clients, sessions } = house
  const { id } = await owner.post<{ id: string }>('/api/office/tasks', {
    client_id: clients['Example Bakery OÜ'],
    title: 'Steps in order',
    checklist: ['First', 'Second', 'Third'].map((text) => ({ text })),
  })
  const saved = async () => {
    const { checklist } = await owner.get<{ checklist: { text: string }[] }>(`/api/office/tasks/${id}`)
    return checklist.map(({ text }) => text)
  }
  const context = await browser.newContext({ storageState: sessions.owner })
  const page = await context.newPage()
  await page.goto(`${machine.office}/tasks/${id}`)
  const handle = (text: string) => page.getByRole('button', { name: `Move “${text}”`, exact: true })

  await test.step('the last one is dragged above the first', async () => {
    await expect(handle('Third')).toBeVisible()
    const row = (text: string) => page.getByRole('row', { name: text, exact: true })
    await row('Third').dragTo(row('First'), {
      sourcePosition: { x: 14, y: 14 },
      targetPosition: { x: 120, y: 3 },
    })
    await expect.poll(saved).toEqual(['Third', 'First', 'Second'])
    await expect(page.getByRole('row').first()).toContainText('Third')
  })

  await test.step('and goes back to its place by the keys', async () => {
    await handle('Third').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect.poll(saved).toEqual(['First', 'Second', 'Third'])
    await expect(page.getByRole('row').last()).toContainText('Third')
  })
  await context.close()
})

test('a stretch of clients is chosen with Shift, and what is done can be taken back for six seconds', async ({
  house,
  browser,
}) => {
  const { owner, machine, sessions } = house
  const client = await newClient(owner, 'Example Weaver OÜ', {})
  const { id } = await owner.post<{ id: string }>('/api/office/tasks', {
    client_id: client,
    title: 'Yarn count',
  })
  const context = await browser.newContext({ storageState: sessions.owner })
  const page = await context.newPage()

  await test.step('Shift chooses all between two', async () => {
    await page.goto(`${machine.office}/clients`)
    const boxes = page.getByRole('checkbox', { name: /^Select Example/ })
    await expect(boxes.nth(3)).toBeVisible()
    await boxes.nth(0).click({ force: true })
    await boxes.nth(3).click({ force: true, modifiers: ['Shift'] })
    await expect(page.getByText('4 selected')).toBeVisible()
    await boxes.nth(1).click({ force: true })
    await expect(page.getByText('3 selected')).toBeVisible()
  })

  await test.step('a task that was completed by a key is open again with Undo', async () => {
    await page.goto(`${machine.office}/tasks?client=${client}`)
    await completeFirst(page)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('link', { name: /Yarn count/ })).toBeVisible()
    await expect.poll(() => stateOf(id)).toBe('open')
  })

  await test.step('after six seconds it stays done', async () => {
    await completeFirst(page)
    // Time stands still while the pointer is on the notice.
    await page.mouse.move(640, 300)
    const undo = page.getByRole('button', { name: 'Undo' })
    await expect(undo).toBeVisible()
    await page.waitForTimeout(5_000)
    await expect(undo).toBeVisible()
    await page.waitForTimeout(1_500)
    await expect(undo).toHaveCount(0)
    expect(await stateOf(id)).toBe('completed')
  })

  async function stateOf(task: string): Promise<string> {
    return (await owner.get<{ state: string }>(`/api/office/tasks/${task}`)).state
  }
  await context.close()
})

/** Goes to the first task of the list and completes it by a key. */
async function completeFirst(page: Page): Promise<void> {
  const row = page.getByRole('link', { name: /Yarn count/ })
  await expect(row).toBeVisible()
  await page.keyboard.press('j')
  await expect(row).toBeFocused()
  await page.keyboard.press('e')
  await expect(row).toHaveCount(0)
}

test('a list of 20,000 clients is one that can be scrolled to its end, and only what is seen is drawn', async ({
  house,
  browser,
}) => {
  const { owner, machine, sessions } = house
  const { items } = await owner.get<{ items: Record<string, unknown>[] }>('/api/office/clients?limit=1')
  const context = await browser.newContext({ storageState: sessions.owner, serviceWorkers: 'block' })
  const page = await context.newPage()
  const numbers = Array.from({ length: PAGE }, (_, n) => n)
  await page.route('**/api/office/clients?*', async (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0)
    const made = numbers.map((n) => ({
      ...items[0],
      id: `cli_${String(from + n).padStart(26, '0')}`,
      name: `Client ${String(from + n + 1).padStart(5, '0')}`,
    }))
    const next = from + PAGE < MANY ? String(from + PAGE) : null
    await route.fulfill({ json: { items: made, next } })
  })
  await page.goto(`${machine.office}/clients`)
  const grid = page.getByRole('grid', { name: 'Clients' })
  const drawn = () => grid.getByRole('row').count()
  const last = grid.getByText('Client 20000')
  await expect(grid.getByText('Client 00001')).toBeVisible()
  await expect
    .poll(
      async () => {
        await grid.evaluate((scrolled) => scrolled.scrollTo(0, scrolled.scrollHeight))
        expect(await drawn()).toBeLessThan(DRAWN_MAX)
        return last.isVisible()
      },
      { intervals: [20], timeout: 60_000 },
    )
    .toBe(true)
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(MANY + 1))
  // Nothing is pressed while it scrolls.
  await grid.getByRole('row', { name: 'Client 20000' }).locator('label').click()
  await expect(page.getByText('1 selected')).toBeVisible()
  await grid.evaluate((scrolled) => scrolled.scrollTo(0, 0))
  await expect(grid.getByText('Client 00001')).toBeVisible()
  expect(await drawn()).toBeLessThan(DRAWN_MAX)
  await context.close()
})

test('the first press of Tab leads past the frame to what is new, in both apps', async ({
  house,
  browser,
}) => {
  const { machine, clients, sessions } = house
  const places = [
    ['owner', `${machine.office}/tasks`, 'Skip to content'],
    ['contact', `${machine.portalAt('demo')}/c/${clients['Example Bakery OÜ']}/tasks`, 'Skip to the content'],
  ] as const
  for (const [who, address, name] of places) {
    const context = await browser.newContext({ storageState: sessions[who] })
    const page = await context.newPage()
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible()
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const isInside = await page.evaluate(() => document.activeElement?.closest('main') !== null)
    expect(isInside, `${who}: the next press of Tab is inside the content`).toBe(true)
    await context.close()
  }
})

test('what is written while the session ends is still there once its writer is in again', async ({
  house,
  browser,
}) => {
  const { machine, tasks, clients } = house
  const words = 'Half a sentence, written before the session ended.'

  await test.step('in the office', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const enter = () => signIn(page, `${machine.office}/sign-in`, 'E-mail address', 'owner@demo.example')
    await page.goto(await enter())
    await page.getByRole('button', { name: /^Continue/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()
    await page.goto(`${machine.office}/tasks/${tasks['Check VAT codes']}`)
    const note = page.getByRole('textbox', { name: 'Internal note' })
    await note.fill(words)
    await context.clearCookies()
    await page.getByRole('button', { name: 'Add internal note' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    const link = await enter()
    await page.goto(link)
    await page.getByRole('button', { name: /^Continue/ }).click()
    await page.goto(`${machine.office}/tasks/${tasks['Check VAT codes']}`)
    await expect(note).toHaveValue(words)
    await context.close()
  })

  await test.step('in the portal', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const task = `${machine.portalAt('demo')}/c/${clients['Example Bakery OÜ']}/tasks/${tasks['Bank statement of last month']}`
    const enter = () =>
      signIn(page, `${machine.portalAt('demo')}/`, 'Your e-mail address', 'contact@bakery.example')
    await page.goto(await enter())
    await page.getByRole('button', { name: /^Continue/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible()
    await page.goto(task)
    await page.getByLabel('Your message').fill(words)
    await context.clearCookies()
    await page.getByRole('button', { name: 'Send message' }).click()
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
    await page.goto(await enter())
    await page.getByRole('button', { name: /^Continue/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible()
    await page.goto(task)
    await expect(page.getByLabel('Your message')).toHaveValue(words)
    await context.close()
  })

  /** Asks for a link, and takes it out of the mail. */
  async function signIn(page: Page, address: string, label: string, email: string): Promise<string> {
    const before = (await machine.mailsTo(email)).length
    await page.goto(address)
    await page.getByLabel(label).fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    return linkIn(await machine.newestMail(email, before + 1))
  }
})
