// The screens of the film: real ones, of the built portal with its demo data in a language.
import { readFileSync } from 'node:fs'
import { load, serve } from '../apps/portal/scripts/server.mjs'

const translations = JSON.parse(readFileSync(new URL('words.json', import.meta.url), 'utf8'))
/** A phone, as far down as a slide shows it: 480 by 640 of the slide's pixels. */
const phone = {
  viewport: { width: 384, height: 512 },
  deviceScaleFactor: 1.25,
  isMobile: true,
  hasTouch: true,
}
/** What most phones write with; the tokens name it too. */
const style = ':root { --font: Roboto, sans-serif } * { caret-color: transparent }'

/** What the portal shows in each slide: the sentence, the picture, and whether it is the foot of the phone. */
export async function portal(browser, language, words) {
  const demo = await load('demo/demo.ts')
  const translate = (value) => translated(value, language)
  const tasks = translate(demo.demoTasks.filter((task) => !task.is_sample).sort(bySoonest))
  const [description] = demo.demoTask().description.split('\n')
  const task = translate(demo.demoTask({ description }))
  const contact = { ...demo.demoSession().contact, language }
  const branding = translate({ ...demo.branding, language, palette: demo.demoPalette('#1f6f5c') })
  const signedIn = demo.demoBoot({
    branding,
    session: demo.demoSession({ contact }),
    tasks: { items: tasks, next: null },
  })
  const answers = {
    session: { body: signedIn.session },
    task: { body: task },
    tasks: { body: signedIn.tasks },
    done: { body: { state: 'done', done: { by: contact.name, at: now }, completed_at: null } },
  }
  const list = `/c/${demo.bakery.id}/tasks`
  const sent = translate(
    demo.demoFile({
      id: 'fil_01jnb0000000000000000000f3',
      name: 'Electricity invoice.jpg',
      size_bytes: 1_204_000,
      at: now,
    }),
  )
  const scenes = [
    { name: 'portal', path: '/', boot: { ...signedIn, session: null, client: null, tasks: null } },
    { name: 'tasks', path: list },
    {
      name: 'open',
      path: `${list}/${task.id}`,
      act: (page) => toTop(page.getByRole('heading', { level: 1 })),
    },
    {
      name: 'send',
      path: `${list}/${task.id}`,
      answers: { task: { body: { ...task, files: [sent, task.files[0]] } } },
      act: (page) => toTop(page.getByRole('heading', { name: words['files.title'], exact: true })),
    },
    {
      name: 'write',
      path: `${list}/${task.id}`,
      answers: { task: { body: { ...task, messages: task.messages.slice(0, 1) } } },
      async act(page) {
        await page.getByLabel(words['composer.label']).fill(translate('Is a photo good enough?'))
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight - innerHeight - 32))
      },
    },
    {
      name: 'done',
      path: `${list}/${task.id}`,
      isFoot: true,
      async act(page) {
        await page.getByRole('button', { name: words['done.mark'] }).click()
        await page.getByRole('button', { name: words['toast.undo'] }).waitFor()
      },
    },
  ]
  let boot
  const server = await serve(() => boot)
  const shown = []
  for (const scene of scenes) {
    boot = scene.boot ?? signedIn
    const picture = await shoot(browser, server.origin, scene, { ...answers, ...scene.answers })
    shown.push({ sentence: words[`welcome.slides.${scene.name}`], picture, isFoot: scene.isFoot === true })
  }
  server.close()
  return shown
}

/** Nine in the morning of the demo's day. */
const now = '2026-03-02T07:00:00Z'

async function shoot(browser, origin, { path, act }, answers) {
  // The style of the font is none that the portal's policy knows.
  const context = await browser.newContext({
    ...phone,
    locale: 'en-GB',
    timezoneId: 'Europe/Tallinn',
    reducedMotion: 'reduce',
    bypassCSP: true,
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(now)
  await page.route('**/api/**', (route) => answer(route, answers))
  await page.goto(origin + path)
  await page.addStyleTag({ content: style })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await act?.(page)
  await page.waitForTimeout(500)
  const picture = await page.screenshot()
  await context.close()
  return picture
}

function answer(route, answers) {
  const { pathname } = new URL(route.request().url())
  const name =
    /\/(session|tasks|done)$/.exec(pathname)?.[1] ?? (/\/tasks\/[^/]+$/.test(pathname) ? 'task' : null)
  const reply = answers[name]
  if (!reply) return route.fulfill({ status: 204 })
  return route.fulfill({ contentType: 'application/json', body: JSON.stringify(reply.body) })
}

/** Scrolls so far that this is the first thing below the head. */
async function toTop(heading) {
  await heading.evaluate((element) => {
    const head = document.querySelector('header')?.getBoundingClientRect().height ?? 0
    scrollTo(0, element.getBoundingClientRect().top + scrollY - head - 16)
  })
}

function bySoonest(one, other) {
  return (one.due ?? '9999') < (other.due ?? '9999') ? -1 : 1
}

/** The same value with every text of the demo data in a language. */
function translated(value, language) {
  if (typeof value === 'string') return translations[value]?.[language] ?? value
  if (Array.isArray(value)) return value.map((item) => translated(item, language))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, translated(item, language)]))
}
