import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { read } from '@sild/i18n/catalogue'
import { atDesk, enterPortal, press } from './desk.ts'
import { faultsOf, squeezedFaultsOf, Watch } from './examine.ts'
import { askForLink, test } from './house.ts'
import { linkIn } from './machine.ts'

const MINUTE = 60
const bakery = 'Example Bakery OÜ'
const title = 'Receipts for fuel and parking'

const chosen = [
  { language: 'et', name: 'Eesti', browser: 'et-EE', login: 'Sisselogimine', task: 'Uus ülesanne' },
  { language: 'fi', name: 'Suomi', browser: 'fi-FI', login: 'Kirjautuminen', task: 'Uusi tehtävä' },
] as const

/** The words of an app in a language. */
function words(app: 'office' | 'portal', language: string): (key: string) => string {
  const messages = read(join(import.meta.dirname, `../apps/${app}/src/messages`), language)
  return (key) => {
    const said = messages[key]
    if (said === undefined) throw new Error(`${app} has no ${key}`)
    return said
  }
}

/** What is wrong on each of an app's screens: keys instead of words, and what does not fit a small window or large text. */
async function faultsAt(page: Page, origin: string, screens: Record<string, string>): Promise<string[]> {
  const watch = new Watch(page, false)
  const found: string[] = []
  for (const [path, heading] of Object.entries(screens)) {
    await page.goto(origin + path)
    await expect(page.getByRole('heading', { name: heading, level: 1, exact: true })).toBeVisible()
    await watch.settled()
    const faults = [...(await faultsOf(page)), ...(await squeezedFaultsOf(page))]
    found.push(...faults.map((fault) => `${path}: ${fault}`))
  }
  return [...found, ...watch.complaints]
}

for (const { language, name, browser: preferred, login, task } of chosen) {
  test(`S66: whoever chooses ${name} reads it in the portal, and in the mails that follow`, async ({
    house,
    browser,
  }) => {
    const { machine, owner, clients, tasks } = house
    const email = `reads-${language}@bakery.example`
    const portal = machine.portalAt('demo')
    const t = words('portal', language)
    const contact = { name: 'Reading Contact', email, has_access: true }
    await owner.post(`/api/office/clients/${clients[bakery]}/contacts`, contact)
    const page = await (await browser.newContext()).newPage()

    await test.step('they choose it in their profile, and the portal says it at once', async () => {
      await enterPortal(page, await askForLink(machine, browser, email))
      await page.goto(`${portal}/profile`)
      await press(page.getByRole('radio', { name }))
      await expect(page.getByRole('heading', { name: t('profile.title'), level: 1 })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', language)
    })

    await test.step('every screen speaks it and fits a narrow window', async () => {
      const company = `/c/${clients[bakery]}`
      const faults = await faultsAt(page, portal, {
        [`${company}/tasks`]: t('tasks.title'),
        [`${company}/tasks/${tasks[title]}`]: title,
        [`${company}/requests`]: t('requests.title'),
        [`${company}/requests/new`]: t('newRequest.title'),
        [`${company}/documents`]: t('documents.title'),
        '/profile': t('profile.title'),
        '/help': t('help.title'),
      })
      expect(faults).toEqual([])
    })

    await test.step('the next mail speaks it, and so does the one that they ask for', async () => {
      const before = (await machine.mailsTo(email)).length
      const made = await owner.post<{ id: string }>('/api/office/tasks', {
        client_id: clients[bakery],
        title,
      })
      await owner.post(`/api/office/tasks/${made.id}/assign`)
      await machine.advance(7 * MINUTE)
      const mail = await machine.newestMail(email, before + 1)
      expect(mail.subject).toBe(`${task}: ${title}`)
      expect(mail.html).toContain(`lang="${language}"`)
      await askForLink(machine, browser, email)
      expect((await machine.newestMail(email, before + 2)).subject).toContain(login)
    })

    await test.step('before anybody signs in, the browser’s language counts', async () => {
      const anybody = await (await browser.newContext({ locale: preferred })).newPage()
      const watch = new Watch(anybody, true)
      await anybody.goto(portal)
      await expect(anybody.locator('html')).toHaveAttribute('lang', language)
      await expect(anybody.getByLabel(t('login.email'))).toBeVisible()
      await watch.settled()
      expect([...(await faultsOf(anybody)), ...(await squeezedFaultsOf(anybody))]).toEqual([])
      await anybody.goto(machine.portalAt('nobody'))
      await expect(anybody.locator('html')).toHaveAttribute('lang', language)
      await anybody.context().close()
    })
    await page.context().close()
  })

  test(`S66: a member who chooses ${name} reads it in the office, and in the mails that follow`, async ({
    house,
    browser,
  }) => {
    const { machine, owner, clients, tasks } = house
    const email = `reads-${language}@demo.example`
    const t = words('office', language)
    const page = await atDesk(browser)

    await test.step('they choose it in their account, and the app says it at once', async () => {
      await owner.post('/api/office/members', { name: 'Reading Accountant', email, role: 'admin' })
      await page.goto(linkIn(await machine.newestMail(email, 1)))
      await page.getByRole('button', { name: 'Continue' }).click()
      await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
      await page.goto(`${machine.office}/account`)
      await page.getByRole('button', { name: /Language/ }).click()
      await page.getByRole('option', { name }).click()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByRole('heading', { name: t('nav.account'), level: 1 })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', language)
    })

    await test.step('every screen speaks it and fits a narrow window', async () => {
      const faults = await faultsAt(page, machine.office, {
        '/overview': t('nav.overview'),
        '/tasks': t('tasks.heading'),
        [`/tasks/${tasks[title]}`]: title,
        '/clients': t('clients.heading'),
        [`/clients/${clients[bakery]}`]: bakery,
        '/contacts': t('people.heading'),
        '/requests': t('requests.heading'),
        '/inbox': t('inbox.heading'),
        '/series': t('series.heading'),
        '/settings/portal': t('portal.heading'),
        '/settings/members': t('nav.members'),
        '/settings/office': t('nav.office'),
        '/settings/audit': t('nav.audit'),
        '/account': t('nav.account'),
      })
      expect(faults).toEqual([])
    })

    await test.step('the next mail speaks it', async () => {
      const anybody = await atDesk(browser)
      await anybody.goto(`${machine.office}/sign-in`)
      await anybody.getByLabel('E-mail address').fill(email)
      await anybody.getByRole('button', { name: 'Send me a link' }).click()
      const mail = await machine.newestMail(email, 2)
      expect(mail.subject).toContain(login)
      expect(mail.html).toContain(`lang="${language}"`)
      await anybody.context().close()
    })
    await page.context().close()
  })
}
