// How many bytes of script, compressed, reach the browser until a first view shows, with an empty cache.
// Measured in Chromium on the built app. What `/` and `/sign-in` show is the first view and has the hard budget;
// an address that leads straight into the app has a looser one, so that growth is noticed there too. A frame in a view is
// a page of its own, which the view does not wait for: its scripts have their own budget.
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { serve } from './serve.mjs'

const first = 190_000
const deep = 320_000
const framed = 30_000
const views = [
  { path: '/', budget: first, shows: (page) => page.getByRole('list', { name: 'Inbox' }) },
  { path: '/sign-in', budget: first, shows: (page) => page.getByRole('button', { name: 'Send me a link' }) },
  { path: '/clients', budget: deep, shows: (page) => page.getByRole('row').nth(1) },
  { path: '/tasks/tsk_statement', budget: deep, shows: (page) => page.getByRole('article').first() },
  { path: '/clients/cli_001', budget: deep, shows: (page) => page.getByRole('table', { name: 'Tasks' }) },
  { path: '/series', budget: deep, shows: (page) => page.getByRole('table', { name: 'Series' }) },
  { path: '/series/new', budget: deep, shows: (page) => page.getByRole('button', { name: 'Create series' }) },
  { path: '/settings/portal', budget: deep, shows: (page) => page.getByRole('region', { name: 'Preview' }) },
  {
    path: '/settings/portal',
    frame: '/portal-preview/',
    budget: framed,
    shows: (page) => page.frameLocator('iframe').getByRole('heading', { level: 1 }),
  },
]

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
let isOver = false
try {
  for (const { path, frame, budget, shows } of views) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const scripts = []
    page.on('response', (response) => {
      const isFramed = response.frame() !== page.mainFrame()
      if (response.request().resourceType() === 'script' && isFramed === (frame !== undefined))
        scripts.push(response.body())
    })
    await page.goto(origin + path)
    await shows(page).waitFor()
    // What is under way when the view shows counts as well.
    await page.waitForLoadState('networkidle')
    const bodies = await Promise.all(scripts)
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0)
    isOver ||= bytes > budget
    const line = `${(bytes / 1000).toFixed(1).padStart(6)} of ${budget / 1000} kB in ${bodies.length} files`
    console.log(`${bytes > budget ? 'over' : '  ok'}  ${line}  ${frame ?? path}`)
    await context.close()
  }
} finally {
  await browser.close()
  server.close()
}
process.exit(isOver ? 1 : 0)
