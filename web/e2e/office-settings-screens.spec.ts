import type { Page } from '@playwright/test'
import type { House } from './house.ts'
import { button, look, type Screen } from './screens.ts'

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

const screens: Screen[] = [
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

  { name: 'office-settings', as: 'owner', path: '/settings/office' },
  { name: 'office-settings-read', as: 'member', path: '/settings/office' },
  {
    name: 'office-settings-reminders',
    as: 'owner',
    path: '/settings/office',
    async steps(page) {
      await button(page, 'Change').click()
      const byRule = page.getByRole('switch', { name: 'Remind automatically' })
      if (!(await byRule.isChecked())) await byRule.click({ force: true })
      await page.getByText(/^Contacts are reminded/).waitFor()
      await button(page, 'Save').scrollIntoViewIfNeeded()
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
]

look(
  'office',
  ({ machine }) => machine.office,
  screens.map((screen) => ({ ...screen, isDeskOnly: true })),
)
