// npm run size
// What a visitor's browser fetches until the first view shows, with an empty cache: measured in Chromium, because a
// list of chunks cannot tell what is fetched when. Fails over budget.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { load, serve } from './server.mjs'

const demo = await load('demo/demo.ts')
const views = [
  {
    name: 'login',
    budgetBytes: 8_000,
    boot: demo.demoBoot({ session: null, client: null, tasks: null }),
    path: '/',
    // The form is there before the script, so the script counts until it is quiet.
    shown: (page) => page.waitForLoadState('networkidle'),
  },
  {
    name: 'tasks',
    budgetBytes: 45_000,
    boot: demo.demoBoot(),
    path: `/c/${demo.bakery.id}/tasks`,
    shown: (page) => page.locator('main li a').nth(3).waitFor(),
  },
]
let boot = views[0].boot
const server = await serve(() => boot)
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
})

let isOver = false
for (const view of views) {
  boot = view.boot
  const page = await browser.newPage()
  const scripts = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname)
  })
  await page.goto(server.origin + view.path)
  await view.shown(page)
  const bytes = scripts.reduce((sum, path) => sum + gzipped(path), 0)
  isOver ||= bytes > view.budgetBytes
  const mark = bytes > view.budgetBytes ? 'OVER' : 'ok'
  console.log(
    `${view.name}: ${bytes} of ${view.budgetBytes} bytes of script (gzip), ${scripts.length} files: ${mark}`,
  )
  await page.close()
}
await browser.close()
server.close()
process.exit(isOver ? 1 : 0)

function gzipped(path) {
  const file = fileURLToPath(new URL(`../dist/${path.slice('/assets/portal/'.length)}`, import.meta.url))
  return gzipSync(readFileSync(file), { level: 9 }).length
}
