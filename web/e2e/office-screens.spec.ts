import type { Locator, Page } from '@playwright/test'
import { type House, quiet } from './house.ts'
import { linkIn } from './machine.ts'
import type { Person } from './person.ts'
import { look, type Screen } from './screens.ts'

const bakery = 'Example Bakery OÜ'
const cafe = 'Example Café OÜ'
const studio = 'Example Studio OÜ'

const button = (place: Page | Locator, name: string | RegExp) => place.getByRole('button', { name }).first()

/** Chooses clients of the list by their names. */
async function select(page: Page, names: string[]): Promise<void> {
  for (const name of names)
    await page.getByRole('checkbox', { name: `Select ${name}` }).click({ force: true })
}

async function previewOpening(page: Page, names: string[]): Promise<Locator> {
  await select(page, names)
  await button(page, 'Client portal').click()
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

/** Switches digitisation on, with an address at the bakery. */
async function digitise({ owner, clients }: House): Promise<void> {
  const settings = await owner.get<{ version: number }>('/api/office/settings')
  await owner.call('PATCH', '/api/office/settings', { digitisation_is_on: true }, settings.version)
  const path = `/api/office/clients/${clients[bakery]}`
  const { version } = await owner.get<{ version: number }>(path)
  await owner.call('PATCH', path, { digitisation_email: 'bakery@digitise.example' }, version)
}

/** The screens that people look at on the way, too. */
const onTheWay = ['sign-in', 'inbox', 'tasks', 'task', 'notifications', 'clients', 'client', 'contacts']

const screens: Screen[] = [
  { name: 'sign-up', path: '/sign-up' },
  {
    name: 'sign-up-errors',
    path: '/sign-up',
    steps: (page) => button(page, 'Create office').click(),
  },
  { name: 'sign-in', path: '/sign-in' },
  {
    name: 'inbox',
    path: '/sign-in',
    async steps(page) {
      await page.getByLabel('E-mail address').fill('owner@demo.example')
      await button(page, 'Send me a link').click()
      await page.getByRole('heading', { name: 'Check your inbox' }).waitFor()
    },
  },
  // The app asks first whether somebody is signed in already.
  { name: 'link', path: '/login#t=token', mayRefuse: true },
  {
    name: 'link-used',
    path: async ({ machine }) => linkIn(await machine.newestMail('owner@bridge.example', 1)),
    mayRefuse: true,
    async steps(page) {
      await button(page, 'Continue').click()
      await page.getByRole('heading', { name: 'This link has been used' }).waitFor()
    },
  },

  {
    name: 'waiting',
    as: 'owner',
    path: async ({ owner, contact, clients }) => {
      const { office } = await owner.get<{ office: { id: string } }>('/api/office/session')
      const requests = `/api/portal/${office.id}/clients/${clients[bakery]}/requests`
      await contact.post(requests, {
        subject: 'A certificate for the bank',
        text: 'The bank wants a certificate that we have no tax debt.',
      })
      return '/inbox'
    },
    async steps(page) {
      await page
        .getByRole('link', { name: /^A certificate for the bank/ })
        .first()
        .waitFor()
      await page.keyboard.press('j')
    },
  },
  { name: 'waiting-empty', as: 'newcomer', path: '/inbox' },
  {
    name: 'palette',
    as: 'owner',
    path: '/tasks',
    async steps(page) {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'palette-found',
    as: 'owner',
    path: '/clients',
    async steps(page) {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: /^Search clients, screens/ }).fill('ex')
      await page.getByRole('option', { name: new RegExp(`^${bakery}`) }).waitFor()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'shortcuts',
    as: 'owner',
    path: '/tasks',
    async steps(page) {
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'tasks', as: 'owner', path: '/tasks' },
  { name: 'tasks-client', as: 'owner', path: ({ clients }) => `/tasks?client=${clients[bakery]}` },
  { name: 'tasks-empty', as: 'newcomer', path: '/tasks' },
  {
    name: 'task-new',
    as: 'owner',
    path: '/tasks',
    async steps(page) {
      await button(page, 'New task').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'notifications',
    as: 'owner',
    path: '/tasks',
    async steps(page) {
      await button(page, /^Notifications/).click()
      await page.getByText('Demo Contact wrote a message').first().waitFor()
    },
  },
  {
    name: 'account',
    as: 'owner',
    path: '/tasks',
    async steps(page) {
      await button(page, /^Your account/).click()
      await page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
    },
  },
  {
    name: 'task',
    as: 'owner',
    path: async ({ owner, clients }) => {
      const me = await owner.get<{ member: { id: string } }>('/api/office/session')
      const made = await owner.post<{ id: string }>('/api/office/tasks', {
        client_id: clients[bakery],
        title: 'Purchase invoices of the month',
        description: 'All invoices that came by post or by mail. Card receipts can follow later.',
        due: new Date(Date.now() + 6 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
        checklist: [{ text: 'Domestic suppliers' }, { text: 'From other countries' }],
        client_may_tick: true,
        assignee_id: me.member.id,
      })
      await owner.post(`/api/office/tasks/${made.id}/assign`)
      return `/tasks/${made.id}`
    },
    steps: (page) => page.getByText(/The client is told at/).waitFor(),
  },
  {
    name: 'task-told',
    as: 'owner',
    path: ({ tasks }) => `/tasks/${tasks['Receipts for fuel and parking']}`,
  },
  {
    name: 'task-reply',
    as: 'owner',
    path: ({ tasks }) => `/tasks/${tasks['Receipts for fuel and parking']}`,
    async steps(page) {
      await button(page, /^Reply to/).click()
      await page.getByLabel('Message to the client').fill('Please send it by Friday.')
      await button(page, 'Send to client').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'task-outward',
    as: 'owner',
    path: ({ tasks }) => `/tasks/${tasks['Receipts for fuel and parking']}`,
    async steps(page) {
      await page
        .getByRole('textbox', { name: 'Internal note' })
        .fill('Ask once more before the end of the month.')
      await page.getByRole('radiogroup', { name: 'Who reads it' }).getByText('To client').click()
      await page.getByRole('alertdialog').or(page.getByRole('dialog')).waitFor()
    },
  },
  {
    name: 'task-digitise',
    as: 'owner',
    path: async (house) => {
      await digitise(house)
      return `/tasks/${house.tasks['Receipts for fuel and parking']}`
    },
    async steps(page) {
      await button(page, 'Send to be digitised').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'task-digitised',
    as: 'owner',
    path: async (house) => {
      await digitise(house)
      const task = `/api/office/tasks/${house.tasks['Receipts for fuel and parking']}`
      const { files } = await house.owner.get<{ files: { id: string }[] }>(task)
      await house.owner.post(`${task}/digitise`, { file_ids: files.map(({ id }) => id), resend: true })
      return task.replace('/api/office', '')
    },
    steps: (page) =>
      page
        .getByText(/to be digitised ·/)
        .first()
        .scrollIntoViewIfNeeded(),
  },
  {
    name: 'task-reminders',
    as: 'owner',
    path: ({ tasks }) => `/tasks/${tasks['Receipts for fuel and parking']}`,
    async steps(page) {
      const card = page.getByRole('region', { name: 'Reminders' })
      await button(card, 'Change').click()
      await button(card, /Reminders/).click()
      await page.getByRole('option', { name: 'A rule of its own' }).click()
      await button(card, 'Save').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'task-series',
    as: 'owner',
    path: async ({ owner, clients }) => {
      const { today } = await owner.get<{ today: string }>('/api/office/session')
      const series = await owner.post<{ id: string }>('/api/office/series', {
        client_id: clients[quiet],
        title: 'Receipts of the day',
        recurrence: {
          frequency: { kind: 'monthly', day: { kind: 'day_of_month', day: Number(today.slice(8)) } },
          every: 1,
          weekend: 'leave',
          start: today,
          end: { kind: 'never' },
          due_after_days: 7,
        },
        assign_to_client: false,
      })
      // One that begins today makes its first task by itself, a moment later.
      for (;;) {
        const list = `/api/office/tasks?client_id=${clients[quiet]}`
        const { items } = await owner.get<{ items: { id: string; series_id: string | null }[] }>(list)
        const made = items.find(({ series_id }) => series_id === series.id)
        if (made) return `/tasks/${made.id}`
      }
    },
    steps: (page) => page.getByText('This and all that follow').click(),
  },
  { name: 'task-internal', as: 'owner', path: ({ tasks }) => `/tasks/${tasks['Check VAT codes']}` },
  { name: 'task-done', as: 'owner', path: ({ tasks }) => `/tasks/${tasks['Inventory count']}` },
  { name: 'task-completed', as: 'owner', path: ({ tasks }) => `/tasks/${tasks['New employee’s contract']}` },

  { name: 'clients', as: 'owner', path: '/clients' },
  { name: 'clients-none', as: 'owner', path: '/clients?search=xyz' },
  { name: 'clients-empty', as: 'newcomer', path: '/clients' },
  { name: 'clients-filtered', as: 'owner', path: '/clients?portal=active&overdue=true&sort=open_tasks' },
  { name: 'clients-none-match', as: 'owner', path: '/clients?search=Example&portal=invited&overdue=true' },
  { name: 'clients-archived', as: 'owner', path: ({ owner }) => archived(owner, '/clients?archived=true') },
  {
    name: 'clients-export',
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
      await button(dialog, 'Activate').click()
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
    name: 'client-edit',
    as: 'owner',
    path: ({ clients }) => `/clients/${clients[bakery]}`,
    async steps(page) {
      await button(page, 'Change details').click()
      await page.getByText('Digitisation is off for your office').last().waitFor()
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

  { name: 'series', as: 'owner', path: '/series' },
  { name: 'series-empty', as: 'newcomer', path: '/series' },
  { name: 'series-new', as: 'owner', path: '/series/new' },
  { name: 'series-one', as: 'owner', path: ({ series }) => `/series/${series['Monthly documents']}` },

  { name: 'portal', as: 'owner', path: '/settings/portal' },
  {
    name: 'portal-tasks',
    as: 'owner',
    path: '/settings/portal',
    async steps(page) {
      await page.getByRole('radiogroup', { name: 'Page' }).getByText('Tasks').click()
      await page.getByRole('radiogroup', { name: 'Page' }).scrollIntoViewIfNeeded()
    },
  },
  { name: 'portal-templates', as: 'owner', path: '/settings/portal/templates' },
  {
    name: 'portal-template-new',
    as: 'owner',
    path: '/settings/portal/templates',
    async steps(page) {
      await button(page, 'New sample task').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'portal-pictures',
    as: 'owner',
    path: '/settings/portal',
    async steps(page) {
      await page.getByRole('group', { name: 'Welcome video' }).scrollIntoViewIfNeeded()
    },
  },
  { name: 'portal-inactive', as: 'newcomer', path: '/settings/portal' },
  {
    name: 'portal-deactivate',
    as: 'owner',
    path: '/settings/portal',
    async steps(page) {
      await button(page, 'Deactivate').click()
      await page.getByRole('alertdialog').or(page.getByRole('dialog')).waitFor()
    },
  },
  { name: 'not-found', as: 'owner', path: '/nowhere' },
  { name: 'task-gone', as: 'owner', path: '/tasks/tsk_01jnb0000000000000000000aa', mayRefuse: true },
]

look(
  'office',
  ({ machine }) => machine.office,
  screens.map((screen) => ({ ...screen, isDeskOnly: !onTheWay.includes(screen.name) })),
)
