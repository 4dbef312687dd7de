import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { test } from './machine.ts'
import { Person } from './person.ts'

const bakery = 'Example Bakery OÜ'
const library = 'Example Library OÜ'
const museum = 'Example Museum OÜ'

/** A table in the words of an Estonian spreadsheet: one row is wrong, one client is known by its code. */
const table = [
  'Ettevõtte nimi;Registrikood;Kontaktisik;E-post;Märkused',
  `${library};10000101;Mari Maasikas;mari@library.example;alates 2019`,
  `${museum};10000102;Jaan Tamm;jaan@museum.example;`,
  'Example Nursery OÜ;10000103;Jaan Tamm;nobody;helistab esmaspäeviti',
  'Bakery under another name;10000001;;;',
].join('\r\n')

/** The names of the clients that the list shows. */
const named = (page: Page) =>
  page.getByRole('grid', { name: 'Clients' }).getByRole('row', { name: /^Example/ })

/** Chooses what a table comes in by, or goes out by; on a phone, where that is rare, it stands behind three dots. */
async function openTable(page: Page, name: string, role: 'link' | 'button'): Promise<void> {
  const more = page.getByRole('button', { name: 'Import and export' })
  const there = page.getByRole(role, { name, exact: true })
  await expect(more.or(there).first()).toBeVisible()
  if (await there.isVisible()) return there.click()
  await more.click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

test('clients come in as a table, are found by an address, archived, and leave as a table (S65, S58)', async ({
  browser,
  machine,
}) => {
  const owner = await Person.signIn(browser, machine.ownerLink)
  const { page } = owner
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))

  await test.step('a table is understood, its wrong row named, and nothing is written yet', async () => {
    await page.goto(`${machine.office}/clients`)
    await openTable(page, 'Import', 'link')
    await expect(page.getByRole('heading', { name: 'Import clients', level: 1 })).toBeFocused()
    const file = { name: 'kliendid.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(page.getByRole('button', { name: 'What “Ettevõtte nimi” holds' })).toContainText(
      'Client name',
    )
    await expect(page.getByRole('button', { name: 'What “Märkused” holds' })).toContainText('Leave out')
    await expect(page.getByRole('cell', { name: 'mari@library.example' })).toBeVisible()
    const errorRow = page.getByRole('region', { name: 'Rows with errors' }).getByRole('row').nth(1)
    await expect(errorRow).toHaveText(/^4.+E-postnobodyWrite an e-mail address/)
    const { items } = await owner.get<{ items: unknown[] }>('/api/office/clients?search=Library')
    expect(items).toEqual([])
  })

  await test.step('a reload goes on, and the good rows come in', async () => {
    await page.reload()
    await expect(page.getByText('kliendid.csv · 4 rows')).toBeVisible()
    await page.getByRole('button', { name: 'Import 3 rows' }).click()
    await expect(page.getByRole('heading', { name: 'The import is finished' })).toBeVisible()
    await expect(page.getByText('1 row is not in; it stands below.')).toBeVisible()
    await expect(page.locator('dl > div', { hasText: 'clients added' })).toContainText('2')
    await expect(page.locator('dl > div', { hasText: 'rows passed over' })).toContainText('1')
    // Nobody is told (S25).
    expect(await machine.mailsTo('mari@library.example')).toEqual([])
  })

  await test.step('the list is filtered, and its address alone shows the same', async () => {
    await page.getByRole('link', { name: 'Show clients' }).click()
    await page.getByRole('button', { name: /Portal$/ }).click()
    await page.getByRole('option', { name: 'Closed' }).click()
    await page.getByRole('searchbox', { name: 'Search clients' }).fill('Example Mus')
    await expect(page).toHaveURL(/portal=closed/)
    await expect(page).toHaveURL(/search=Example/)
    await expect(named(page)).toHaveCount(1)
    const other = await browser.newPage({ storageState: await owner.session() })
    await other.goto(page.url())
    await expect(named(other)).toHaveCount(1)
    await expect(named(other)).toContainText(museum)
    await other.close()
  })

  await test.step('a client gets the link to its folder of documents', async () => {
    await named(page).click()
    await expect(page.getByRole('heading', { name: museum, level: 1 })).toBeVisible()
    await page.getByRole('button', { name: 'Change details' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Link to the documents folder').fill('https://documents.example/museum')
    await dialog.getByRole('button', { name: 'Save' }).click()
    const folder = page.getByRole('link', { name: 'Open the folder' })
    await expect(folder).toHaveAttribute('href', 'https://documents.example/museum')
    await expect(folder).toHaveAttribute('target', '_blank')
  })

  await test.step('it is archived, leaves the list and stands in the archive', async () => {
    await page.getByRole('button', { name: `More for ${museum}` }).click()
    await page.getByRole('menuitem', { name: 'Archive client' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Archive client' }).click()
    await expect(page.getByText('This client is archived')).toBeVisible()
    await page.goto(`${machine.office}/clients`)
    await expect(page.getByRole('row', { name: new RegExp(bakery) })).toBeVisible()
    await expect(page.getByRole('row', { name: new RegExp(museum) })).toHaveCount(0)
    await page.getByRole('button', { name: 'Archived' }).click()
    await expect(page).toHaveURL(/archived=true/)
    await expect(page.getByRole('row', { name: new RegExp(museum) })).toContainText('Archived')
    await page.getByRole('button', { name: 'Clear filters' }).first().click()
    await expect(page.getByRole('row', { name: new RegExp(bakery) })).toBeVisible()
  })

  await test.step('all others are handed out as a table that an import understands', async () => {
    await openTable(page, 'Export', 'button')
    const dialog = page.getByRole('dialog', { name: 'Export clients' })
    await dialog.getByRole('button', { name: 'Export' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('link', { name: 'Download' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^clients-\d{4}-\d\d-\d\d\.csv$/)
    const lines = (await readFile(await download.path(), 'utf8')).replace('\uFEFF', '').split('\r\n')
    expect(lines[0]).toBe(
      'Client name;Registry code;Responsible;Portal state;Open tasks;Contact name;Email;Phone;Language;Access',
    )
    expect(lines).toContain(`${library};10000101;;closed;0;Mari Maasikas;mari@library.example;;en;no`)
    expect(lines.some((line) => line.startsWith(bakery))).toBe(true)
    expect(lines.some((line) => line.startsWith(museum))).toBe(false)
    expect(lines.some((line) => line.startsWith('Bakery under another name'))).toBe(false)
  })

  expect(errors).toEqual([])
})
