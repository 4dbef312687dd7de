import { expect } from '@playwright/test'
import { tooLargePdf } from './files.ts'
import { asked, askForLink, quiet } from './house.ts'
import { linkIn } from './machine.ts'
import { Person } from './person.ts'
import { look } from './screens.ts'

const HOUR = 60 * 60
const demoContact = 'contact@bakery.example'

const tasksOf = (id: string | undefined) => `/c/${id}/tasks`
const requestsOf = (id: string | undefined) => `/c/${id}/requests`
const documentsOf = (id: string | undefined) => `/c/${id}/documents`
const bakery = 'Example Bakery OÜ'

/** How the server says no. */
const refusal = {
  type: 'about:blank',
  title: 'Forbidden',
  status: 403,
  code: 'forbidden',
  detail: '',
  errors: [],
}

look('portal', ({ machine }) => machine.portalAt('demo'), [
  { name: 'login', path: '/' },
  {
    name: 'inbox',
    path: '/',
    async steps(page) {
      await page.getByLabel('Your e-mail address').fill(demoContact)
      await page.getByRole('button', { name: 'Send me a link' }).click()
      await page.getByRole('heading', { name: 'Check your inbox' }).waitFor()
    },
  },
  {
    name: 'code-wrong',
    path: '/',
    mayRefuse: true,
    async steps(page) {
      await page.getByLabel('Your e-mail address').fill('somebody@bakery.example')
      await page.getByRole('button', { name: 'Send me a link' }).click()
      await page.getByLabel('Or type the code from the e-mail').fill('AAA-AAA')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByText('This code does not work.').waitFor()
    },
  },
  { name: 'link-unknown', path: '/login#t=token', mayRefuse: true },
  {
    name: 'link',
    path: ({ machine, owner }) => askForLink(machine, owner.page.context().browser(), demoContact),
    steps: (page) => page.getByRole('button', { name: /^Continue as/ }).waitFor(),
  },
  {
    name: 'link-used',
    path: async ({ machine, owner }) => {
      const browser = owner.page.context().browser()
      const link = await askForLink(machine, browser, demoContact)
      if (browser) await (await Person.signIn(browser, link)).page.context().close()
      return link
    },
    mayRefuse: true,
    steps: (page) => page.getByRole('heading', { name: 'This link has been used' }).waitFor(),
  },
  {
    name: 'welcome',
    path: (house) => house.invite('New Contact'),
    async steps(page) {
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('dialog').waitFor()
      // The browser's player turns a wheel until a moment after the film has come.
      await page.waitForTimeout(2_000)
    },
  },
  { name: 'tasks', as: 'contact', path: ({ clients }) => tasksOf(clients[bakery]) },
  {
    name: 'tasks-done',
    as: 'contact',
    path: ({ clients }) => tasksOf(clients[bakery]),
    async steps(page) {
      await page.getByRole('button', { name: 'Done' }).click()
      await page.getByText('New employee’s contract').scrollIntoViewIfNeeded()
    },
  },
  { name: 'tasks-empty', as: 'contact', path: ({ clients }) => tasksOf(clients[quiet]) },
  {
    name: 'tasks-failed',
    as: 'contact',
    path: ({ clients }) => documentsOf(clients[bakery]),
    mayRefuse: true,
    async steps(page) {
      await page.route(/\/api\/portal\/.*\/tasks\?/, (route) => route.abort())
      // What the page brought with it is another company's.
      await page.getByRole('button', { name: /Account and companies/ }).click()
      await page.getByRole('list', { name: 'Your companies' }).getByRole('button', { name: quiet }).click()
      await page.getByRole('link', { name: 'Tasks', exact: true }).click()
      await page.getByText('The tasks could not be loaded.').waitFor()
    },
  },
  {
    name: 'companies',
    as: 'contact',
    path: ({ clients }) => tasksOf(clients[bakery]),
    // The open menu lies over the list; what it covers cannot be pressed, and need not be.
    covered: 'main',
    steps: (page) => page.getByRole('button', { name: /Account and companies/ }).click(),
  },
  {
    name: 'task',
    as: 'contact',
    path: ({ clients, tasks }) => `${tasksOf(clients[bakery])}/${tasks['Receipts for fuel and parking']}`,
  },
  {
    name: 'task-failed',
    as: 'contact',
    path: ({ clients }) => tasksOf(clients[bakery]),
    mayRefuse: true,
    async steps(page) {
      await page.route(/\/api\/portal\/.*\/tasks\/tsk_/, (route) => route.abort())
      await page.getByRole('link', { name: /Receipts for fuel and parking/ }).click()
      await page.getByText('The task could not be loaded.').waitFor()
    },
  },
  {
    name: 'task-messages',
    as: 'contact',
    path: ({ clients, tasks }) => `${tasksOf(clients[bakery])}/${tasks['Receipts for fuel and parking']}`,
    async steps(page) {
      await page.getByRole('button', { name: 'Reply' }).last().click()
      await page.getByLabel('Your message').fill('Then here it is.')
      await page.getByRole('button', { name: 'Send message' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'task-too-large',
    as: 'contact',
    path: ({ clients, tasks }) => `${tasksOf(clients[bakery])}/${tasks['Bank statement of last month']}`,
    async steps(page) {
      const file = { name: 'All accounts.pdf', mimeType: 'application/pdf', buffer: tooLargePdf() }
      await page.getByTestId('choose-files').setInputFiles(file)
      await expect(page.getByText('is larger than 10 MB')).toBeVisible()
      await page.getByText('is larger than 10 MB').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'task-upload-failed',
    as: 'contact',
    path: ({ clients, tasks }) => `${tasksOf(clients[bakery])}/${tasks['Bank statement of last month']}`,
    mayRefuse: true,
    async steps(page) {
      await page.route(/\/api\/portal\/.*\/files$/, (route) => route.fulfill({ status: 403, json: refusal }))
      const file = { name: 'Statement.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }
      await page.getByTestId('choose-files').setInputFiles(file)
      const failed = page.getByText('“Statement.pdf” could not be sent.')
      await failed.waitFor()
      await failed.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'task-done',
    as: 'contact',
    path: ({ clients, tasks }) => `${tasksOf(clients[bakery])}/${tasks['Inventory count']}`,
  },
  {
    name: 'task-completed',
    as: 'contact',
    path: ({ clients, tasks }) => `${tasksOf(clients[bakery])}/${tasks['New employee’s contract']}`,
  },
  {
    name: 'task-withdrawn',
    as: 'contact',
    async path({ clients, owner }) {
      const task = {
        client_id: clients[bakery],
        title: 'Old register extract',
        description: 'Of the register.',
      }
      const { id } = await owner.post<{ id: string }>('/api/office/tasks', task)
      await owner.post(`/api/office/tasks/${id}/assign`)
      return `${tasksOf(clients[bakery])}/${id}`
    },
    mayRefuse: true,
    async steps(page, { owner }) {
      await owner.post(`/api/office/tasks/${page.url().split('/').pop()}/withdraw`)
      await page.getByRole('button', { name: 'Mark as done' }).click()
      await page.getByText(/has taken this task back/).waitFor()
    },
  },
  { name: 'requests-empty', as: 'contact', path: ({ clients }) => requestsOf(clients[quiet]) },
  {
    name: 'requests',
    as: 'contact',
    async path(house) {
      await asked(house)
      return requestsOf(house.clients[bakery])
    },
    async steps(page) {
      await page.getByRole('button', { name: 'Finished' }).click()
      await page.getByRole('link', { name: /A payslip/ }).waitFor()
    },
  },
  {
    name: 'request',
    as: 'contact',
    async path(house) {
      const requests = await asked(house)
      return `${requestsOf(house.clients[bakery])}/${requests['How is the new lease booked?']}`
    },
  },
  {
    name: 'request-taken-up',
    as: 'contact',
    async path(house) {
      const requests = await asked(house)
      return `${requestsOf(house.clients[bakery])}/${requests['A payslip of last year']}`
    },
  },
  { name: 'request-new', as: 'contact', path: ({ clients }) => `${requestsOf(clients[bakery])}/new` },
  {
    name: 'request-new-errors',
    as: 'contact',
    path: ({ clients }) => `${requestsOf(clients[bakery])}/new`,
    async steps(page) {
      await page.getByRole('button', { name: 'Send request' }).click()
      await page.getByText('Write what you need.').waitFor()
    },
  },
  {
    name: 'requests-failed',
    as: 'contact',
    path: ({ clients }) => tasksOf(clients[bakery]),
    mayRefuse: true,
    async steps(page) {
      await page.route(/\/api\/portal\/.*\/requests\?/, (route) => route.abort())
      await page.getByRole('link', { name: 'Requests', exact: true }).click()
      await page.getByText('The requests could not be loaded.').waitFor()
    },
  },
  {
    name: 'request-failed',
    as: 'contact',
    async path(house) {
      await asked(house)
      return requestsOf(house.clients[bakery])
    },
    mayRefuse: true,
    async steps(page) {
      await page.route(/\/api\/portal\/.*\/requests\/req_/, (route) => route.abort())
      await page.getByRole('link', { name: /How is the new lease booked/ }).click()
      await page.getByText('The request could not be loaded.').waitFor()
    },
  },
  {
    name: 'request-not-sent',
    as: 'contact',
    path: ({ clients }) => `${requestsOf(clients[bakery])}/new`,
    mayRefuse: true,
    async steps(page) {
      await page.route(/\/api\/portal\/.*\/requests$/, (route) => route.abort())
      await page.getByLabel('What is it about?').fill('A certificate')
      await page.getByLabel('Your request').fill('For the bank.')
      await page.getByRole('button', { name: 'Send request' }).click()
      await page.getByText(/Your request is kept here/).waitFor()
    },
  },
  { name: 'profile', as: 'contact', path: '/profile' },
  {
    name: 'profile-notifications',
    as: 'contact',
    path: '/profile',
    steps: (page) => page.getByRole('row', { name: /^Links to sign in/ }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'profile-field-wrong',
    as: 'contact',
    isAlone: true,
    path: '/profile',
    mayRefuse: true,
    async steps(page) {
      await page.getByLabel('Telephone').fill('call me')
      await page.getByLabel('Telephone').press('Enter')
      await page.getByText('Type a telephone number').waitFor()
    },
  },
  {
    name: 'profile-address',
    as: 'contact',
    path: '/profile',
    async steps(page) {
      await page.getByRole('button', { name: 'Change' }).click()
      await page.getByLabel('New e-mail address').fill('contact@new.example')
      await page.getByRole('button', { name: 'Send the link' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'profile-address-sent',
    as: 'contact',
    path: '/profile',
    async steps(page) {
      await page.getByRole('button', { name: 'Change' }).click()
      await page.getByLabel('New e-mail address').fill('contact@new.example')
      await page.getByRole('button', { name: 'Send the link' }).click()
      await page.getByText('We sent a link to').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'new-address',
    async path({ machine, owner, contact }) {
      const { office } = await owner.get<{ office: { id: string } }>('/api/office/session')
      const email = 'contact@newer.example'
      await contact.post(`/api/portal/${office.id}/email-change`, { email })
      return linkIn(await machine.newestMail(email, 1))
    },
    steps: (page) => page.getByRole('button', { name: 'Confirm the address' }).waitFor(),
  },
  {
    name: 'profile-failed',
    as: 'contact',
    isAlone: true,
    path: '/help',
    mayRefuse: true,
    async steps(page) {
      await page.route('**/profile', (route) =>
        route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
      )
      await page.getByRole('button', { name: /Account and companies/ }).click()
      await page.getByRole('link', { name: 'Profile' }).click()
      await page.getByText('Your profile could not be loaded.').waitFor()
    },
  },
  { name: 'documents-files', as: 'contact', path: ({ clients }) => documentsOf(clients[bakery]) },
  { name: 'documents-empty', as: 'contact', path: ({ clients }) => documentsOf(clients[quiet]) },
  {
    name: 'documents-failed',
    as: 'contact',
    path: ({ clients }) => tasksOf(clients[bakery]),
    mayRefuse: true,
    async steps(page) {
      await page.route('**/files?*', (route) => route.abort())
      await page.getByRole('link', { name: 'Documents', exact: true }).click()
      await page.getByText('The files could not be loaded.').waitFor()
    },
  },
  {
    name: 'documents',
    as: 'contact',
    isAlone: true,
    async path({ clients, owner }) {
      const client = `/api/office/clients/${clients[quiet]}`
      const { version } = await owner.get<{ version: number }>(client)
      const folder = { documents_url: 'https://documents.example/garage' }
      await owner.call('PATCH', client, folder, version)
      return documentsOf(clients[quiet])
    },
  },
  { name: 'help', as: 'contact', path: '/help' },
  {
    name: 'help-film',
    as: 'contact',
    path: '/help',
    async steps(page) {
      await page.getByRole('button', { name: 'Watch again' }).click()
      await page.getByRole('dialog').waitFor()
      // The browser's player turns a wheel until a moment after the film has come.
      await page.waitForTimeout(2_000)
    },
  },
  { name: 'not-here', as: 'contact', path: '/nowhere' },
  {
    name: 'unknown-portal',
    path: ({ machine }) => machine.portalAt('nobody'),
    mayRefuse: true,
  },
  {
    name: 'offline',
    as: 'contact',
    isAlone: true,
    path: ({ clients }) => tasksOf(clients[bakery]),
    mayRefuse: true,
    async steps(page) {
      await page.context().setOffline(true)
      await page.getByText('No connection.').waitFor()
    },
  },
  {
    name: 'signed-out',
    path: ({ clients }) => tasksOf(clients[bakery]),
    mayRefuse: true,
    async steps(page, house) {
      const link = await askForLink(house.machine, page.context().browser(), demoContact)
      await page.goto(link)
      await page.getByRole('button', { name: 'Continue' }).click()
      const task = page.getByRole('link', { name: /Bank statement of last month/ })
      await task.waitFor()
      await page.context().clearCookies()
      await task.click()
      await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    },
  },
  // The last one: the clock of the machine goes on for a day.
  {
    name: 'link-expired',
    path: async ({ machine, owner }) => {
      const link = await askForLink(machine, owner.page.context().browser(), demoContact)
      await machine.advance(25 * HOUR)
      return link
    },
    mayRefuse: true,
    steps: (page) => page.getByRole('heading', { name: 'This link has expired' }).waitFor(),
  },
])
