import { newClient } from './desk.ts'
import { asked, type House, quiet } from './house.ts'
import { linkIn } from './machine.ts'
import { button, look, type Screen } from './screens.ts'

const bakery = 'Example Bakery OÜ'

/** Switches digitisation on, with an address at the bakery. */
async function digitise({ owner, clients }: House): Promise<void> {
  const settings = await owner.get<{ version: number }>('/api/office/settings')
  await owner.call('PATCH', '/api/office/settings', { digitisation_is_on: true }, settings.version)
  const path = `/api/office/clients/${clients[bakery]}`
  const { version } = await owner.get<{ version: number }>(path)
  await owner.call('PATCH', path, { digitisation_email: 'bakery@digitise.example' }, version)
}

/** The overview, with a client of whom something goes out: a mail in minutes, a reminder and the task of a series. */
async function weekAhead({ owner }: House): Promise<string> {
  const name = 'Example Clinic OÜ'
  const { items } = await owner.get<{ items: unknown[] }>('/api/office/clients?search=Example+Clinic')
  if (items.length > 0) return '/overview'
  const client_id = await newClient(owner, name, { 'Clinic Contact': 'contact@clinic.example' })
  await owner.call('PUT', `/api/office/clients/${client_id}/portal`, { is_open: true })
  const { today } = await owner.get<{ today: string }>('/api/office/session')
  const on = (days: number) => new Date(Date.parse(today) + days * 86_400_000)
  const day = (days: number) => on(days).toISOString().slice(0, 10)
  const rule = { days_before: 2, on_the_day: true, every_days_after: null, at_most: 3 }
  const reminders = { mode: 'own', rule }
  const { id } = await owner.post<{ id: string }>('/api/office/tasks', {
    client_id,
    title: 'Stock count of the pharmacy',
    due: day(3),
    reminders,
  })
  await owner.post(`/api/office/tasks/${id}/assign`)
  const weekdays = [on(4).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }).toLowerCase()]
  await owner.post('/api/office/series', {
    client_id,
    title: 'Cash reports of the week',
    assign_to_client: true,
    recurrence: {
      frequency: { kind: 'weekly', weekdays },
      every: 1,
      weekend: 'leave',
      start: today,
      end: { kind: 'never' },
      due_after_days: 2,
    },
  })
  return '/overview'
}

/** Where one of the requests is. */
async function request(house: House, subject: string): Promise<string> {
  return `/requests/${(await asked(house))[subject]}`
}

/** The screens that people look at on the way, too. */
const onTheWay = [
  'sign-in',
  'check-inbox',
  'inbox',
  'overview',
  'overview-coming',
  'requests',
  'tasks',
  'task',
  'series-one',
  'notifications',
]

const screens: Screen[] = [
  { name: 'sign-up', path: '/sign-up' },
  {
    name: 'sign-up-errors',
    path: '/sign-up',
    steps: (page) => button(page, 'Create office').click(),
  },
  { name: 'sign-in', path: '/sign-in' },
  {
    name: 'check-inbox',
    path: '/sign-in',
    async steps(page) {
      await page.getByLabel('E-mail address').fill('owner@demo.example')
      await button(page, 'Send me a link').click()
      await page.getByRole('heading', { name: 'Check your inbox' }).waitFor()
    },
  },
  // The app asks first whether somebody is signed in already.
  { name: 'link-unknown', path: '/login#t=token', mayRefuse: true },
  {
    name: 'link',
    async path({ machine, owner }) {
      const email = 'owner@demo.example'
      const { length } = await machine.mailsTo(email)
      await owner.post('/api/office-login', { email })
      return linkIn(await machine.newestMail(email, length + 1))
    },
    mayRefuse: true,
    steps: (page) => page.getByRole('button', { name: /^Continue as/ }).waitFor(),
  },
  {
    name: 'link-used',
    path: async ({ machine }) => linkIn(await machine.newestMail('owner@bridge.example', 1)),
    mayRefuse: true,
    steps: (page) => page.getByRole('heading', { name: 'This link has been used' }).waitFor(),
  },

  {
    name: 'inbox',
    as: 'owner',
    async path(house) {
      await asked(house)
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
  { name: 'inbox-empty', as: 'newcomer', path: '/inbox' },
  {
    name: 'requests',
    as: 'owner',
    async path(house) {
      await asked(house)
      return '/requests'
    },
  },
  { name: 'requests-empty', as: 'newcomer', path: '/requests' },
  { name: 'request', as: 'owner', path: (house) => request(house, 'How is the new lease booked?') },
  { name: 'request-converted', as: 'owner', path: (house) => request(house, 'A payslip of last year') },
  {
    name: 'request-convert',
    as: 'owner',
    path: (house) => request(house, 'A certificate for the bank'),
    async steps(page) {
      await button(page, 'Change into a task').click()
      await page.getByRole('dialog').getByLabel('Title').waitFor()
    },
  },
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
  {
    name: 'overview',
    as: 'owner',
    path: weekAhead,
  },
  {
    name: 'overview-coming',
    as: 'owner',
    path: weekAhead,
    steps: (page) => page.getByRole('list').last().scrollIntoViewIfNeeded(),
  },
  { name: 'overview-empty', as: 'newcomer', path: '/overview' },
  { name: 'tasks', as: 'owner', path: '/tasks' },
  { name: 'tasks-client', as: 'owner', path: ({ clients }) => `/tasks?client=${clients[bakery]}` },
  { name: 'tasks-empty', as: 'newcomer', path: '/tasks' },
  {
    name: 'offline',
    as: 'owner',
    isAlone: true,
    path: '/tasks',
    mayRefuse: true,
    async steps(page) {
      await page.context().setOffline(true)
      await page
        .getByText(/^You are offline/)
        .first()
        .waitFor()
    },
  },
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
      await page.getByRole('option', { name: 'Custom rule' }).click()
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

  { name: 'series', as: 'owner', path: '/series' },
  { name: 'series-empty', as: 'newcomer', path: '/series' },
  { name: 'series-new', as: 'owner', path: '/series/new' },
  { name: 'series-one', as: 'owner', path: ({ series }) => `/series/${series['Monthly documents']}` },

  { name: 'not-found', as: 'owner', path: '/nowhere' },
  {
    name: 'palette-none',
    as: 'owner',
    path: '/clients',
    async steps(page) {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: /^Search clients, screens/ }).fill('xyz')
      await page.getByText('Nothing matches “xyz”.').waitFor()
    },
  },
  {
    name: 'notifications-empty',
    as: 'newcomer',
    path: '/tasks',
    async steps(page) {
      await button(page, /^Notifications/).click()
      await page.getByText('All quiet').waitFor()
    },
  },
  {
    name: 'task-new-errors',
    as: 'owner',
    path: '/tasks',
    async steps(page) {
      await button(page, 'New task').click()
      const dialog = page.getByRole('dialog')
      await button(dialog, 'Create task').click()
      await dialog.getByText('Fill this in.').first().waitFor()
      // The list of clients opens with the focus.
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'request-convert-errors',
    as: 'owner',
    path: (house) => request(house, 'A certificate for the bank'),
    async steps(page) {
      await button(page, 'Change into a task').click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Title').fill('')
      await dialog.getByLabel('Title').press('Enter')
      await dialog.getByText('Fill this in.').first().waitFor()
    },
  },
  {
    name: 'series-new-errors',
    as: 'owner',
    path: '/series/new',
    async steps(page) {
      await button(page, 'Create series').click()
      await page.getByText('Fill this in.').first().waitFor()
    },
  },
  { name: 'request-gone', as: 'owner', path: '/requests/req_01jnb0000000000000000000aa', mayRefuse: true },
  { name: 'series-gone', as: 'owner', path: '/series/ser_01jnb0000000000000000000aa', mayRefuse: true },
  {
    name: 'sign-in-errors',
    path: '/sign-in',
    async steps(page) {
      await button(page, 'Send me a link').click()
      await page.getByText('Fill this in.').waitFor()
    },
  },
  { name: 'task-gone', as: 'owner', path: '/tasks/tsk_01jnb0000000000000000000aa', mayRefuse: true },
]

look(
  'office',
  ({ machine }) => machine.office,
  screens.map((screen) => ({ ...screen, isDeskOnly: !onTheWay.includes(screen.name) })),
)
