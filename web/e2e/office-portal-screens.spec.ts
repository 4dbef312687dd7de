import { button, look, type Screen } from './screens.ts'

const screens: Screen[] = [
  {
    name: 'portal',
    as: 'owner',
    path: '/settings/portal',
    steps: (page) => page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    name: 'portal-tasks',
    as: 'owner',
    path: '/settings/portal',
    async steps(page) {
      await page.getByRole('radiogroup', { name: 'Page' }).getByText('Tasks').click()
      await page.frameLocator('iframe').getByRole('heading', { name: 'Tasks' }).waitFor()
      await page.getByRole('radiogroup', { name: 'Page' }).scrollIntoViewIfNeeded()
    },
  },
  { name: 'portal-templates', as: 'owner', path: '/settings/portal/templates' },
  {
    name: 'portal-template-new',
    needsDesk: true,
    as: 'owner',
    path: '/settings/portal/templates',
    async steps(page) {
      await button(page, 'New sample task').click()
      await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
    },
  },
  {
    name: 'portal-template',
    needsDesk: true,
    as: 'owner',
    path: '/settings/portal/templates',
    async steps(page) {
      await button(page, /^Edit “/).click()
      await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
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
  {
    name: 'portal-template-errors',
    needsDesk: true,
    as: 'owner',
    path: '/settings/portal/templates',
    async steps(page) {
      await button(page, 'New sample task').click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Add', exact: true }).click()
      await dialog.getByText('Fill this in.').first().waitFor()
    },
  },
  { name: 'portal-templates-empty', as: 'newcomer', path: '/settings/portal/templates' },
  { name: 'portal-templates-read', as: 'member', path: '/settings/portal/templates' },
  { name: 'portal-read', as: 'member', path: '/settings/portal' },
  {
    name: 'portal-errors',
    as: 'owner',
    path: '/settings/portal',
    async steps(page) {
      await page.getByLabel('Name of the portal').fill('')
      await button(page, 'Save').click()
      await page.getByText('Fill this in.').waitFor()
    },
  },
]

look(
  'office',
  ({ machine }) => machine.office,
  screens.map((screen) => ({ ...screen, isDeskOnly: true })),
)
