import type { Locator, Page } from '@playwright/test'
import type { Person } from './person.ts'
import { button, look, type Screen } from './screens.ts'

const bakery = 'Example Bakery OÜ'
const cafe = 'Example Café OÜ'
const studio = 'Example Studio OÜ'

/** Chooses clients of the list by their names. */
async function select(page: Page, names: string[]): Promise<void> {
  for (const name of names)
    await page.getByRole('checkbox', { name: `Select ${name}` }).click({ force: true })
}

async function previewOpening(page: Page, names: string[]): Promise<Locator> {
  await select(page, names)
  await button(page, 'Open the client portal').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('heading', { name: /gets? access/ }).waitFor()
  return dialog
}

/** Archives a client of its own, and leads where it is told. */
async function archived(owner: Person, path: string | ((id: string) => string)): Promise<string> {
  const made = await owner.post<{ id: string }>('/api/office/clients', { name: 'Example Kiosk OÜ' })
  await owner.post(`/api/office/clients/${made.id}/archive`)
  return typeof path === 'string' ? path : path(made.id)
}

/** The card of the first contact of the office. */
async function contactCard(owner: Person): Promise<string> {
  const { items } = await owner.get<{ items: { id: string }[] }>('/api/office/contacts?limit=1')
  return `/contacts/${items[0]?.id}`
}

/** Chooses a table to import. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.locator('input[type=file]').setInputFiles(file)
}

/** Has a table looked through in which one row of three is wrong. */
async function importTable(page: Page): Promise<void> {
  const rows = [
    'Company;Registry code;Contact;E-mail;Notes;Access',
    'Example Library OÜ;10000101;Mari Maasikas;mari@library.example;since 2019;yes',
    'Example Museum OÜ;10000102;Jaan Tamm;jaan@museum.example;;no',
    'Example Nursery OÜ;10000103;Jaan Tamm;nobody;calls on Mondays;no',
  ]
  await choose(page, 'clients.csv', rows.join('\n'))
  await page.getByRole('heading', { name: '1 error' }).waitFor()
}

async function startBulkTask(page: Page): Promise<Locator> {
  await select(page, [bakery, cafe, studio])
  await button(page.getByRole('region', { name: 'Actions for the selected clients' }), 'New task').click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  return dialog
}

/** The screens that people look at on the way, too. */
const onTheWay = ['clients', 'client', 'contacts']

const screens: Screen[] = [
  { name: 'clients', as: 'owner', path: '/clients' },
  { name: 'clients-none', as: 'owner', path: '/clients?search=xyz' },
  { name: 'clients-empty', as: 'newcomer', path: '/clients' },
  { name: 'clients-filtered', as: 'owner', path: '/clients?portal=active&overdue=true&sort=open_tasks' },
  { name: 'clients-none-match', as: 'owner', path: '/clients?search=Example&portal=invited&overdue=true' },
  { name: 'clients-archived', as: 'owner', path: ({ owner }) => archived(owner, '/clients?archived=true') },
  {
    name: 'clients-export',
    needsDesk: true,
    as: 'owner',
    path: '/clients',
    async steps(page) {
      await button(page, 'Export').click()
      await button(page.getByRole('dialog'), 'Export').click()
      await page.getByRole('link', { name: 'Download' }).waitFor()
    },
  },
  {
    name: 'client-new',
    as: 'owner',
    path: '/clients',
    async steps(page) {
      await button(page, 'New client').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'client-new-errors',
    as: 'owner',
    path: '/clients',
    async steps(page) {
      await button(page, 'New client').click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Add client' }).click()
      await dialog.getByText('Fill this in.').first().waitFor()
    },
  },
  {
    name: 'clients-selected',
    as: 'owner',
    path: '/clients',
    steps: (page) => select(page, [bakery, cafe]),
  },
  {
    name: 'bulk',
    as: 'owner',
    path: '/clients',
    steps: (page) => previewOpening(page, [bakery, cafe, studio]),
  },
  {
    name: 'bulk-done',
    as: 'owner',
    path: '/clients',
    async steps(page) {
      const dialog = await previewOpening(page, [bakery, cafe, studio])
      await button(dialog, 'Open the client portal').click()
      await dialog.getByText('Done.', { exact: true }).waitFor()
    },
  },
  {
    name: 'bulk-task',
    as: 'owner',
    path: '/clients',
    async steps(page) {
      const dialog = await startBulkTask(page)
      await dialog.getByLabel('Title').fill('Bank statement of June')
    },
  },
  {
    name: 'bulk-task-error',
    as: 'owner',
    path: '/clients',
    async steps(page) {
      const dialog = await startBulkTask(page)
      await button(dialog, /^Assign to/).click()
      await dialog.getByText('Fill this in.').waitFor()
    },
  },
  {
    name: 'bulk-task-done',
    as: 'owner',
    path: '/clients',
    async steps(page) {
      const dialog = await startBulkTask(page)
      await dialog.getByLabel('Title').fill('Bank statement of June')
      await page.keyboard.press('Enter')
      await dialog
        .getByRole('status')
        .filter({ hasText: /now\.$/ })
        .waitFor()
    },
  },
  { name: 'client', as: 'owner', path: ({ clients }) => `/clients/${clients[bakery]}` },
  { name: 'client-files', as: 'owner', path: ({ clients }) => `/clients/${clients[bakery]}?tab=files` },
  { name: 'client-files-empty', as: 'owner', path: ({ clients }) => `/clients/${clients[studio]}?tab=files` },
  { name: 'client-contacts', as: 'owner', path: ({ clients }) => `/clients/${clients[bakery]}?tab=contacts` },
  { name: 'client-series', as: 'owner', path: ({ clients }) => `/clients/${clients[bakery]}?tab=series` },
  {
    name: 'client-no-contacts',
    as: 'owner',
    path: ({ clients }) => `/clients/${clients[studio]}?tab=contacts`,
  },
  {
    name: 'contact-new',
    as: 'owner',
    path: ({ clients }) => `/clients/${clients[bakery]}?tab=contacts`,
    async steps(page) {
      await button(page, 'Add contact').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'contact-new-errors',
    as: 'owner',
    path: ({ clients }) => `/clients/${clients[bakery]}?tab=contacts`,
    async steps(page) {
      await button(page, 'Add contact').click()
      const dialog = page.getByRole('dialog')
      await button(dialog, 'Add contact').click()
      await dialog.getByText('Fill this in.').first().waitFor()
    },
  },
  {
    name: 'client-edit',
    as: 'owner',
    path: ({ clients }) => `/clients/${clients[bakery]}`,
    async steps(page) {
      await button(page, 'Change details').click()
      // The card behind it says the same.
      await page
        .getByRole('dialog')
        .getByText(/^Digitisation (is off|address)/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'client-team',
    as: 'owner',
    path: ({ clients }) => `/clients/${clients[bakery]}`,
    async steps(page) {
      await button(page, 'Change who works with it').click()
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
    },
  },
  {
    name: 'client-archive',
    as: 'owner',
    path: ({ clients }) => `/clients/${clients[bakery]}`,
    async steps(page) {
      await button(page, `More for ${bakery}`).click()
      await page.getByRole('menuitem', { name: 'Archive client' }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  { name: 'client-archived', as: 'owner', path: ({ owner }) => archived(owner, (id) => `/clients/${id}`) },
  {
    name: 'client-gone',
    as: 'owner',
    path: '/clients/cli_01jnb0000000000000000000aa',
    mayRefuse: true,
  },

  { name: 'contacts', as: 'owner', path: '/contacts' },
  { name: 'contacts-none', as: 'owner', path: '/contacts?search=xyz' },
  { name: 'contacts-empty', as: 'newcomer', path: '/contacts' },
  { name: 'contact', as: 'owner', path: ({ owner }) => contactCard(owner) },
  {
    name: 'contact-edit',
    as: 'owner',
    path: ({ owner }) => contactCard(owner),
    async steps(page) {
      await button(page, 'Edit').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'contact-gone', as: 'owner', path: '/contacts/con_01jnb0000000000000000000aa', mayRefuse: true },

  { name: 'import-read', as: 'member', path: '/clients/import' },
  { name: 'import', as: 'owner', path: '/clients/import' },
  {
    name: 'import-refused',
    as: 'owner',
    path: '/clients/import',
    async steps(page) {
      await choose(page, 'clients.xlsx', 'PK')
      await page.getByText('is a spreadsheet').waitFor()
    },
  },
  { name: 'import-preview', as: 'owner', path: '/clients/import', steps: importTable },
  {
    name: 'import-unreadable',
    as: 'owner',
    path: '/clients/import',
    async steps(page) {
      await choose(page, 'clients.csv', 'Company;E-mail\n')
      await page.getByText('no row below the headings').waitFor()
    },
  },
  {
    name: 'import-done',
    as: 'owner',
    path: '/clients/import',
    async steps(page) {
      await importTable(page)
      await button(page, 'Import 2 rows').click()
      await page.getByRole('heading', { name: 'The import is finished' }).waitFor()
    },
  },
]

look(
  'office',
  ({ machine }) => machine.office,
  screens.map((screen) => ({ ...screen, isDeskOnly: !onTheWay.includes(screen.name) })),
)
