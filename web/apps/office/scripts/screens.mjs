// Pictures of every screen, light and dark, desktop and phone, from the built app and the demo office.
// `npm run screens -- <folder> [name…]`: only the screens whose names begin so. Fails on what the console says,
// on texts that were not translated, on what is wider than the window and on what axe finds.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import { chromium } from 'playwright-core'
import { serve } from './serve.mjs'

const [folder = 'screens', ...only] = process.argv.slice(2)
const now = new Date('2026-03-10T08:42:00Z')

const devices = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
}

const click =
  (name, role = 'button') =>
  (page) =>
    page.getByRole(role, { name, exact: true }).first().click()
const fill = (name, text) => (page) => page.getByLabel(name, { exact: true }).first().fill(text)

const openTemplate = (page) => page.getByRole('button', { name: /^Edit “Get to know/ }).click()

/** Each screen: its address, the scene of the demo, and what to do before the picture. */
const screens = [
  { name: 'sign-in', path: '/sign-in', scene: 'signed-out' },
  {
    name: 'sign-in-code',
    path: '/sign-in',
    scene: 'signed-out',
    steps: [fill('E-mail address', 'owner@office.example'), click('Send me a link')],
  },
  { name: 'sign-up', path: '/sign-up', scene: 'signed-out' },
  { name: 'sign-up-errors', path: '/sign-up', scene: 'signed-out', steps: [click('Create office')] },
  { name: 'login', path: '/login#t=token', scene: 'signed-out' },
  {
    name: 'login-expired',
    path: '/login#t=token',
    scene: 'signed-out',
    steps: [click('Continue as o***@office.example')],
  },
  { name: 'overview', path: '/overview', isLong: true },
  { name: 'overview-empty', path: '/overview', scene: 'empty' },
  { name: 'overview-error', path: '/overview', scene: 'error' },
  { name: 'tasks', path: '/tasks' },
  { name: 'tasks-client', path: '/tasks?client=cli_001' },
  { name: 'tasks-empty', path: '/tasks', scene: 'empty' },
  { name: 'tasks-error', path: '/tasks', scene: 'error' },
  { name: 'tasks-new', path: '/tasks', steps: [click('New task')] },
  {
    name: 'notifications',
    path: '/tasks',
    steps: [(page) => page.getByRole('button', { name: /^Notifications/ }).click()],
  },
  {
    name: 'member',
    path: '/tasks',
    steps: [(page) => page.getByRole('button', { name: /^Your account/ }).click()],
  },
  { name: 'task', path: '/tasks/tsk_statement', isLong: true },
  {
    name: 'task-client',
    path: '/tasks/tsk_statement',
    isLong: true,
    steps: [
      click('Reply to Mari Maasikas'),
      (page) => page.locator('#composer-text').fill('Here is what we need.'),
    ],
  },
  {
    name: 'task-outward',
    path: '/tasks/tsk_statement',
    steps: [
      (page) => page.locator('#composer-text').fill('They always forget this. Ask twice.'),
      (page) => page.getByRole('radiogroup', { name: 'Who reads it' }).getByText('To client').click(),
    ],
  },
  { name: 'task-waiting', path: '/tasks/tsk_payroll' },
  { name: 'task-closed', path: '/tasks/tsk_check' },
  { name: 'clients', path: '/clients' },
  { name: 'clients-none', path: '/clients?search=xyz' },
  { name: 'clients-empty', path: '/clients', scene: 'empty' },
  {
    name: 'clients-selected',
    path: '/clients',
    steps: [
      (page) => page.getByRole('row').nth(1).getByRole('checkbox').click({ force: true }),
      (page) => page.getByRole('row').nth(3).getByRole('checkbox').click({ force: true }),
    ],
  },
  {
    name: 'bulk',
    path: '/clients',
    isLong: true,
    steps: [
      (page) => page.getByRole('row').nth(1).getByRole('checkbox').click({ force: true }),
      click('Open the client portal'),
      (page) => page.getByRole('heading', { name: /gets? access/ }).waitFor(),
    ],
  },
  {
    name: 'bulk-again',
    path: '/clients',
    isLong: true,
    steps: [
      (page) => page.getByRole('row').nth(1).getByRole('checkbox').click({ force: true }),
      click('Open the client portal'),
      (page) => page.getByText(/^Invite again/).click(),
      (page) => page.getByText(/invited again/).waitFor(),
    ],
  },
  {
    name: 'bulk-result',
    path: '/clients',
    steps: [
      (page) => page.getByRole('row').nth(1).getByRole('checkbox').click({ force: true }),
      click('Open the client portal'),
      (page) => page.getByRole('heading', { name: /gets? access/ }).waitFor(),
      (page) => page.getByRole('dialog').getByRole('button', { name: 'Open the client portal' }).click(),
      (page) => page.getByRole('button', { name: 'Done' }).waitFor(),
    ],
  },
  { name: 'client-new', path: '/clients', steps: [click('New client')] },
  { name: 'client', path: '/clients/cli_001' },
  { name: 'client-files', path: '/clients/cli_001?tab=files' },
  { name: 'client-files-empty', path: '/clients/cli_001?tab=files', scene: 'empty' },
  {
    name: 'client-files-error',
    path: '/clients/cli_001?tab=files',
    scene: 'files-error',
    steps: [(page) => page.getByRole('alert').waitFor()],
  },
  { name: 'client-contacts', path: '/clients/cli_001?tab=contacts' },
  { name: 'client-series', path: '/clients/cli_001?tab=series' },
  { name: 'client-empty', path: '/clients/cli_001?tab=contacts', scene: 'empty' },
  { name: 'client-contact', path: '/clients/cli_001?tab=contacts', steps: [click('Add contact')] },
  { name: 'client-gone', path: '/clients/cli_999' },
  { name: 'series', path: '/series' },
  { name: 'series-empty', path: '/series', scene: 'empty' },
  { name: 'series-new', path: '/series/new', isLong: true },
  { name: 'series-one', path: '/series/ser_statement' },
  { name: 'series-edit', path: '/series/ser_payroll?edit=true', isLong: true },
  { name: 'portal', path: '/settings/portal', isLong: true },
  {
    name: 'portal-tasks',
    path: '/settings/portal',
    steps: [(page) => page.getByRole('radiogroup', { name: 'Page' }).getByText('Tasks').click()],
  },
  {
    name: 'portal-desktop',
    path: '/settings/portal',
    steps: [
      (page) => page.getByRole('radiogroup', { name: 'Page' }).getByText('Tasks').click(),
      (page) => page.getByRole('radiogroup', { name: 'Language' }).getByText('FI').click(),
      (page) =>
        page.getByRole('radiogroup', { name: 'Device' }).getByRole('img', { name: 'Desktop' }).click(),
      (page) =>
        page.getByRole('radiogroup', { name: 'Brightness' }).getByRole('img', { name: 'Dark' }).click(),
    ],
  },
  { name: 'portal-template', path: '/settings/portal/templates', steps: [openTemplate] },
  {
    name: 'portal-template-client',
    path: '/settings/portal/templates',
    steps: [
      openTemplate,
      // On a phone it is one of the two.
      async (page) => {
        const choice = page.getByRole('dialog').getByRole('radiogroup', { name: 'Preview' })
        if (await choice.isVisible()) await choice.getByText('As the client sees it').click()
      },
      (page) => page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor(),
    ],
  },
  { name: 'portal-colour', path: '/settings/portal', steps: [click('Choose a colour')] },
  { name: 'portal-inactive', path: '/settings/portal', scene: 'inactive' },
  { name: 'portal-deactivate', path: '/settings/portal', steps: [click('Deactivate')] },
  { name: 'not-found', path: '/nowhere' },
]

const chosen = screens.filter(({ name }) => only.length === 0 || only.some((start) => name.startsWith(start)))
const found = []
mkdirSync(folder, { recursive: true })
const { server, origin } = await serve()
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
try {
  const jobs = Object.entries(devices).flatMap(([device, look]) =>
    ['light', 'dark'].flatMap((scheme) =>
      chosen.map((screen) => () => picture(screen, device, look, scheme)),
    ),
  )
  const lane = async () => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) await job()
  }
  await Promise.all(Array.from({ length: 4 }, lane))
} finally {
  await browser.close()
  server.close()
}
for (const line of found) console.error(line)
console.log(`${chosen.length} screens, ${found.length} findings`)
process.exit(found.length === 0 ? 0 : 1)

async function picture(screen, device, look, colorScheme) {
  const label = `${screen.name}-${device}-${colorScheme}`
  const context = await browser.newContext({
    ...look,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Tallinn',
  })
  try {
    await context.addCookies([{ name: 'scene', value: screen.scene ?? 'full', url: origin }])
    await context.clock.install({ time: now })
    const page = await context.newPage()
    page.setDefaultTimeout(8000)
    const wanted = screen.scene ?? ''
    page.on('console', (message) => {
      const isRefusal = /Failed to load resource/.test(message.text()) && wanted !== ''
      // The preview of the portal is a page of the office's own: the frame keeps accidents inside, not an enemy.
      const isKnown = message.text().includes('allow-scripts and allow-same-origin')
      if (
        ['error', 'warning'].includes(message.type()) &&
        !isRefusal &&
        !isKnown &&
        screen.name !== 'client-gone'
      )
        found.push(`${label}: ${message.text()}`)
    })
    page.on('pageerror', (error) => found.push(`${label}: ${error.message}`))
    await page.goto(origin + screen.path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await settle(page)
    for (const step of screen.steps ?? []) {
      await step(page)
      await settle(page)
    }
    if (screen.isLong) await grow(page, look.viewport)
    await page.screenshot({ path: join(folder, `${label}.png`) })
    await examine(page, label)
  } catch (error) {
    found.push(`${label}: ${error.message}`)
  } finally {
    await context.close()
  }
}

async function settle(page) {
  await page.waitForTimeout(150)
  await page.clock.runFor(1500)
  await page.waitForTimeout(250)
}

/** Makes the window as high as its content, so that the picture shows all of it. */
async function grow(page, viewport) {
  const height = await page.evaluate(() => {
    const places = [...document.querySelectorAll('main, [class*="veil"]')]
    return Math.max(...places.map((place) => place.scrollHeight)) + 120
  })
  await page.setViewportSize({ width: viewport.width, height: Math.max(viewport.height, height) })
  await page.waitForTimeout(150)
}

async function examine(page, label) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wide > 0) found.push(`${label}: ${wide} px wider than the window`)
  const text = await page.evaluate(() => document.body.textContent)
  const key = /\b[a-z][A-Za-z]+\.[a-z][A-Za-z]+(?:\.[A-Za-z]+)*\b/.exec(
    text.replace(/\S+\.(?:example|pdf|xlsx|com)\S*/g, ''),
  )
  if (key) found.push(`${label}: untranslated ${key[0]}`)
  // A frame is a page of its own.
  for (const frame of page.frames()) {
    await frame.evaluate(axe.source)
    const { violations } = await frame.evaluate(() => globalThis.axe.run(document, { iframes: false }))
    for (const { id, nodes } of violations)
      found.push(
        `${label}: axe ${id}: ${nodes
          .map((node) => node.html)
          .slice(0, 3)
          .join(' | ')}`,
      )
  }
}
