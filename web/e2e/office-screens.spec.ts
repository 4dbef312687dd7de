import type { Locator, Page } from '@playwright/test'
import type { House } from './house.ts'
import { linkIn } from './machine.ts'
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

/** Somebody who is invited and somebody who has left, once; the members with all of them. */
async function peopled({ owner }: House): Promise<string> {
  const known = await owner.get<{ items: { name: string }[] }>('/api/office/members?with_inactive=true')
  if (!known.items.some(({ name }) => name === 'Former Accountant')) {
    const invite = (name: string, email: string, role: string) =>
      owner.post<{ id: string }>('/api/office/members', { name, email, role })
    await invite('Demo Admin', 'admin@demo.example', 'admin')
    const { id } = await invite('Former Accountant', 'former@demo.example', 'member')
    await owner.post(`/api/office/members/${id}/deactivate`)
  }
  return '/settings/members?inactive=true'
}

/** Chooses something in a member's menu. */
async function act(page: Page, name: string, action: string): Promise<void> {
  await button(page, `Actions for ${name}`).click()
  await page.getByRole('menuitem', { name: action }).click()
}

/** The screens that people look at on the way, too. */
const onTheWay = ['sign-in', 'inbox', 'tasks', 'task', 'notifications', 'clients', 'client']

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
  { name: 'task-internal', as: 'owner', path: ({ tasks }) => `/tasks/${tasks['Check VAT codes']}` },
  { name: 'task-done', as: 'owner', path: ({ tasks }) => `/tasks/${tasks['Inventory count']}` },
  { name: 'task-completed', as: 'owner', path: ({ tasks }) => `/tasks/${tasks['New employee’s contract']}` },

  { name: 'clients', as: 'owner', path: '/clients' },
  { name: 'clients-none', as: 'owner', path: '/clients?search=xyz' },
  { name: 'clients-empty', as: 'newcomer', path: '/clients' },
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

  { name: 'members', as: 'owner', path: peopled },
  { name: 'members-alone', as: 'newcomer', path: '/settings/members' },
  { name: 'members-read', as: 'member', path: '/settings/members' },
  {
    name: 'member-invite',
    as: 'owner',
    path: '/settings/members',
    async steps(page) {
      await button(page, 'Invite member').click()
      const dialog = page.getByRole('dialog')
      await button(dialog, 'Send invitation').click()
      await dialog.getByText('Fill this in.').first().waitFor()
    },
  },
  {
    name: 'member-menu',
    as: 'owner',
    path: peopled,
    async steps(page) {
      await button(page, 'Actions for Demo Admin').click()
      await page.getByRole('menuitem', { name: 'Make owner' }).waitFor()
    },
  },
  {
    name: 'member-deactivate',
    as: 'owner',
    path: peopled,
    async steps(page) {
      await act(page, 'Demo Admin', 'Deactivate')
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'member-hand-over',
    as: 'owner',
    path: peopled,
    async steps(page) {
      await act(page, 'Demo Admin', 'Make owner')
      await page.getByRole('alertdialog').waitFor()
    },
  },

  { name: 'account-settings', as: 'owner', path: '/account' },
  {
    name: 'account-sessions',
    as: 'owner',
    path: '/account',
    steps: (page) => page.getByRole('region', { name: 'Where you are signed in' }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'account-error',
    as: 'member',
    path: '/account',
    async steps(page) {
      await page.getByLabel('Your name').fill('')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('Fill this in.').waitFor()
    },
  },

  { name: 'audit', as: 'owner', path: '/settings/audit' },
  {
    name: 'audit-details',
    as: 'owner',
    path: '/settings/audit?what=task',
    async steps(page) {
      await page.locator('main summary').first().click()
      await page.locator('main summary').nth(2).click()
    },
  },
  { name: 'audit-empty', as: 'owner', path: '/settings/audit?month=2020-02' },
  { name: 'audit-none', as: 'owner', path: '/settings/audit?what=digitisation' },
  { name: 'audit-admins-only', as: 'member', path: '/settings/audit' },
  {
    name: 'audit-export',
    as: 'owner',
    path: '/settings/audit',
    async steps(page) {
      await button(page, 'Export the month').click()
      const dialog = page.getByRole('dialog')
      await button(dialog, 'Export').click()
      await dialog.getByText(/The table is ready/).waitFor()
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
