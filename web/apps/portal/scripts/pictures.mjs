// npm run pictures [-- folder [part of a name]]
// Opens every screen of the built portal on a phone and a desktop, light and dark, at a width of 320 px, and four of
// them in the brands that are hardest to read. Keeps a picture of each and fails on accessibility violations, errors
// on the console, sideways scrolling and keys that were never translated.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { chromium } from 'playwright-core'
import { scenesOf } from './scenes.mjs'
import { load, serve } from './server.mjs'

const folder = process.argv[2] ?? fileURLToPath(new URL('../node_modules/.cache/pictures', import.meta.url))
const only = process.argv[3] ?? ''
const viewports = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
  narrow: { width: 320, height: 640 },
}
const schemes = ['light', 'dark']
const hostileBrands = ['#ffff00', '#ff8800', '#00aa00', '#777777', '#ffffff', '#000000']
const brandedScenes = ['login', 'tasks', 'task', 'companies']

/** Each way in which a scene is looked at. */
function looksOf(scene) {
  const looks = ['phone', 'desktop'].flatMap((device) => schemes.map((scheme) => ({ device, scheme })))
  looks.push({ device: 'narrow', scheme: 'light' })
  if (brandedScenes.includes(scene.name)) {
    looks.push(
      ...hostileBrands.flatMap((brand) => schemes.map((scheme) => ({ device: 'phone', scheme, brand }))),
    )
  }
  return looks
}

mkdirSync(folder, { recursive: true })
const demo = await load('demo/demo.ts')
const scenes = scenesOf(demo).filter((scene) => scene.name.includes(only))
let boot = demo.demoBoot
const server = await serve(() => boot())
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

/** How often a scene has asked for what answers differently each time. */
const asked = new Map()
let pictures = 0
const problems = []
for (const scene of scenes) {
  for (const look of looksOf(scene)) {
    const name = [scene.name, look.device, look.scheme, look.brand?.slice(1)].filter(Boolean).join('-')
    const found = await take(scene, name, look)
    problems.push(...found.map((problem) => `${name}: ${problem}`))
    pictures += 1
  }
}
await browser.close()
server.close()
for (const problem of problems) console.error(problem)
console.log(`${pictures} pictures in ${folder}, ${problems.length} problems`)
process.exit(problems.length === 0 ? 0 : 1)

async function take(scene, name, { device, scheme, brand }) {
  const found = []
  const viewport = viewports[device]
  const context = await browser.newContext({
    viewport,
    colorScheme: scheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Tallinn',
    hasTouch: device !== 'desktop',
    isMobile: device !== 'desktop',
    deviceScaleFactor: device === 'phone' ? 2 : 1,
  })
  const page = await context.newPage()
  // Without script: the page as the server wrote it.
  if (scene.isPlain) await page.route('**/*.js', (route) => route.abort())
  if (scene.hasClock) await page.clock.install()
  page.on('console', (message) => {
    const isExpected = scene.mayFail && message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isExpected) found.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => found.push(`script: ${error.message}`))
  await page.route('**/api/**', (route) => answer(scene, route))
  try {
    boot = brand === undefined ? scene.boot : () => branded(scene.boot(), brand)
    await page.goto(server.origin + scene.path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await scene.act?.(page)
    await page.waitForTimeout(500)
    found.push(...(await page.evaluate(untranslated, Object.keys(await keys()))))
    const { scrollWidth, clientWidth } = await page.evaluate(sizes)
    if (scrollWidth > clientWidth) found.push(`scrolls sideways: ${scrollWidth} > ${clientWidth}`)
    await shoot(page, join(folder, `${name}.png`), viewport)
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate(
      (covered) =>
        globalThis.axe.run(
          { exclude: covered ? [covered] : [] },
          { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] },
        ),
      scene.covered ?? null,
    )
    for (const { id, nodes } of violations) {
      found.push(
        `axe ${id}: ${nodes.map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
      )
    }
  } catch (error) {
    found.push(error.message.split('\n').slice(0, 4).join(' '))
    await page.screenshot({ path: join(folder, `${name}.png`) })
  }
  await context.close()
  return found
}

function branded(page, brand) {
  return { ...page, branding: { ...page.branding, palette: demo.demoPalette(brand) } }
}

/** The whole page: on a screen that is high enough for it, so that what sticks to its edges is where it belongs. */
async function shoot(page, path, viewport) {
  const { scrollHeight } = await page.evaluate(sizes)
  await page.setViewportSize({ ...viewport, height: Math.max(viewport.height, scrollHeight) })
  await page.waitForTimeout(150)
  await page.screenshot({ path })
}

async function keys() {
  const { read } = await import('@sild/i18n/catalogue')
  return read(fileURLToPath(new URL('../src/messages', import.meta.url)), 'en')
}

function sizes() {
  const { scrollWidth, clientWidth, scrollHeight } = document.documentElement
  return { scrollWidth, clientWidth, scrollHeight }
}

function untranslated(known) {
  const words = document.body.textContent.match(/[a-z]\w*(\.\w+)+/g) ?? []
  return words.filter((word) => known.includes(word)).map((word) => `not translated: ${word}`)
}

function answer(scene, route) {
  const request = route.request()
  const { pathname, searchParams } = new URL(request.url())
  const inside = pathname.replace(/^\/api\/portal\/[^/]+\/clients\//, '/c/')
  const state = searchParams.get('state')
  const key = `${request.method()} ${inside}${state ? `?state=${state}` : ''}`
  let reply = scene.answers?.[key]
  if (Array.isArray(reply)) {
    const counter = `${scene.name} ${request.frame().page().viewportSize()?.width} ${key}`
    const turn = asked.get(counter) ?? 0
    asked.set(counter, turn + 1)
    reply = reply[turn % reply.length]
  }
  reply ??= usual(request.method(), pathname, inside, state)
  if (reply.hold) return undefined
  return route.fulfill({
    status: reply.status ?? 200,
    contentType: reply.status >= 400 ? 'application/problem+json' : 'application/json',
    body: reply.body === null ? '' : JSON.stringify(reply.body),
  })
}

/** What the API answers where a scene says nothing. */
function usual(method, pathname, inside, state) {
  if (pathname.endsWith('/session')) return { body: boot().session }
  if (method === 'GET' && /\/tasks$/.test(inside)) {
    return {
      body: state === 'done' ? { items: [], next: null } : (boot().tasks ?? { items: [], next: null }),
    }
  }
  if (method === 'GET' && /\/tasks\/[^/]+$/.test(inside)) return { body: demo.demoTask() }
  if (pathname.startsWith('/api/portals/') || pathname.startsWith('/api/login/'))
    return { status: 202, body: {} }
  return { status: 204, body: null }
}
