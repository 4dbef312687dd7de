// node tools/inp.mjs NAME URL COOKIE: uses a page as somebody would, on a processor that is four times slower, and prints
// how many milliseconds the slowest answer to a press or a letter took until it was painted.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(fileURLToPath(new URL('../web/e2e/package.json', import.meta.url)))
const { chromium } = require('@playwright/test')
const [name, url, cookie] = process.argv.slice(2)

/** What somebody does on each page. */
const USES = {
  async login(page) {
    const field = page.getByRole('textbox')
    await field.click()
    await field.pressSequentially('contact@client.example', { delay: 40 })
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await page.getByRole('heading', { name: 'Check your inbox' }).waitFor()
  },
  async tasks(page) {
    await page.getByRole('link', { name: /Documents of month 1\b/ }).click()
    await page.getByRole('heading', { level: 1, name: /Documents of month 1\b/ }).waitFor()
    await page.getByRole('textbox').first().click()
    await page.getByRole('textbox').first().pressSequentially('Here they are.', { delay: 40 })
    await page.goBack()
    await page.getByRole('link', { name: /Documents of month 2\b/ }).waitFor()
  },
  async office(page) {
    await page.getByRole('link', { name: 'Clients' }).click()
    await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor()
    await page.getByRole('row', { name: /Bench Client OÜ/ }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').first().waitFor()
    await page.keyboard.type('bench', { delay: 60 })
    await page.getByRole('option', { name: /^Bench Client OÜ/ }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Bench Client OÜ' }).waitFor()
  },
}

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
try {
  const context = await browser.newContext({ viewport: name === 'office' ? { width: 1280, height: 800 } : { width: 390, height: 844 } })
  // By header, as Lighthouse sends them: names that begin with __Host- are set over HTTPS only.
  if (cookie) await context.setExtraHTTPHeaders({ cookie })
  await context.addInitScript(() => {
    globalThis.slowest = 0
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries())
        if (interactionId) globalThis.slowest = Math.max(globalThis.slowest, duration)
    }).observe({ type: 'event', durationThreshold: 16, buffered: true })
  })
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await USES[name](page)
  await page.waitForTimeout(500)
  console.log(await page.evaluate(() => globalThis.slowest))
} finally {
  await browser.close()
}
