import { asked, type House } from './house.ts'
import { look, type Screen } from './screens.ts'

const bakery = 'Example Bakery OÜ'

/** What a screen says when the server cannot be reached for it: `call` is what it asks below `/api/office/`. */
function failed(
  name: string,
  path: string | ((house: House) => string | Promise<string>),
  call: string,
  said: string,
): Screen {
  return {
    name: `${name}-failed`,
    as: 'owner',
    path: '/account',
    mayRefuse: true,
    async steps(page, house) {
      await page.route(`**/api/office/${call}`, (route) => route.abort())
      await page.goto(house.machine.office + (typeof path === 'string' ? path : await path(house)))
      await page.getByText(said, { exact: true }).first().waitFor()
    },
  }
}

/** Where the first of the office's contacts is. */
async function firstContact({ owner }: House): Promise<string> {
  const { items } = await owner.get<{ items: { id: string }[] }>('/api/office/contacts?limit=1')
  return `/contacts/${items[0]?.id}`
}

const screens: Screen[] = [
  failed('inbox', '/inbox', 'notifications*', 'The inbox could not be loaded'),
  failed('overview', '/overview', 'overview', 'The overview could not be loaded'),
  failed('tasks', '/tasks', 'tasks?*', 'The tasks could not be loaded'),
  failed(
    'task',
    ({ tasks }) => `/tasks/${tasks['Check VAT codes']}`,
    'tasks/*',
    'This task could not be loaded',
  ),
  failed('requests', '/requests', 'requests?*', 'The requests could not be loaded'),
  failed(
    'request',
    async (house) => `/requests/${(await asked(house))['A certificate for the bank']}`,
    'requests/*',
    'This request could not be loaded',
  ),
  failed('clients', '/clients', 'clients?*', 'The clients could not be loaded'),
  failed(
    'client',
    ({ clients }) => `/clients/${clients[bakery]}`,
    'clients/*',
    'This client could not be loaded',
  ),
  failed(
    'client-files',
    ({ clients }) => `/clients/${clients[bakery]}?tab=files`,
    '**/files?*',
    'The files could not be loaded',
  ),
  failed('contacts', '/contacts', 'contacts?*', 'The contacts could not be loaded'),
  failed('contact', firstContact, 'contacts/*', 'This contact could not be loaded'),
  failed(
    'import',
    '/clients/import/imp_01jnb0000000000000000000aa',
    'imports/*',
    'This import could not be loaded',
  ),
  failed('series', '/series', 'series*', 'The series could not be loaded'),
  failed(
    'series-one',
    ({ series }) => `/series/${series['Monthly documents']}`,
    'series/*',
    'The series could not be loaded',
  ),
  failed('members', '/settings/members', 'members?*', 'The members could not be loaded'),
  failed('office-settings', '/settings/office', 'settings', 'The settings of the office could not be loaded'),
  failed('audit', '/settings/audit', 'audit?*', 'The audit trail could not be loaded'),
  failed('portal', '/settings/portal', 'portal', 'The portal settings could not be loaded'),
  failed(
    'portal-templates',
    '/settings/portal/templates',
    'templates*',
    'The sample tasks could not be loaded',
  ),
  failed('account', '/account', 'profile', 'Your account could not be loaded'),
  failed(
    'account-notifications',
    '/account',
    'notification-settings',
    'Your notifications could not be loaded',
  ),
  failed('account-sessions', '/account', 'sessions', 'Your sign-ins could not be loaded'),
  {
    name: 'notifications-failed',
    as: 'owner',
    path: '/tasks',
    mayRefuse: true,
    async steps(page) {
      await page.route('**/api/office/notifications*', (route) => route.abort())
      await page.getByRole('button', { name: /^Notifications/ }).click()
      await page.getByText('The notifications could not be loaded').waitFor()
    },
  },
]

look(
  'office',
  ({ machine }) => machine.office,
  screens.map((screen) => ({ ...screen, isDeskOnly: true })),
)
