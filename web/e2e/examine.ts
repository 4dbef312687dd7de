import { join } from 'node:path'
import { expect, type Frame, type Page, type Request } from '@playwright/test'
import { read } from '@sild/i18n/catalogue'
import axe from 'axe-core'

const keys = ['office', 'portal'].flatMap((app) =>
  Object.keys(read(join(import.meta.dirname, `../apps/${app}/src/messages`), 'en')),
)

/** What stands where a text or a value was forgotten. */
const placeholder = /lorem ipsum|\bTODO\b|\bundefined\b|\bnull\b|\bNaN\b|\[object \w+\]|\{\w+\}|Invalid Date/

/** The rules that both apps keep. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Looks over a page's shoulder: what the browser complains about, and what the page is still waiting for. */
export class Watch {
  readonly complaints: string[] = []
  readonly #page: Page
  readonly #waiting = new Set<Request>()

  /** `mayRefuse`: an answer of the server may be an error. */
  constructor(page: Page, mayRefuse: boolean) {
    this.#page = page
    page.on('pageerror', (error) => this.complaints.push(`script: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      if (mayRefuse && message.text().startsWith('Failed to load resource')) return
      this.complaints.push(`console: ${message.text()}`)
    })
    page.on('request', (request) => this.#waiting.add(request))
    page.on('requestfinished', (request) => this.#waiting.delete(request))
    page.on('requestfailed', (request) => this.#waiting.delete(request))
  }

  /** Waits until nothing is loading and nothing moves. */
  async settled(): Promise<void> {
    await expect(this.#page.getByRole('heading', { level: 1, includeHidden: true })).toBeAttached()
    // What has come may ask for more.
    for (let round = 0; round < 2; round += 1) {
      await expect.poll(() => this.#waiting.size, { intervals: [20, 50, 100] }).toBe(0)
      await this.#page.evaluate(
        () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 })),
      )
    }
    // What moves in ends where it stays.
    await this.#page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const isMoving = ({ playState, effect }: Animation) =>
        playState === 'running' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY
      for (let still = 0; still < 2; still = document.getAnimations().some(isMoving) ? 0 : still + 1) {
        await frame()
      }
    })
  }
}

/** Words that nobody should see: keys instead of texts, placeholders, and a page that is wider than its window. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { names, overflow } = await page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')]
    const names = named.flatMap((element) =>
      ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    )
    const { scrollWidth, clientWidth } = document.documentElement
    return { names: [document.title, ...names], overflow: scrollWidth - clientWidth }
  })
  const faults = overflow > 0 ? [`${overflow} px wider than the window`] : []
  // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts, not the data in the page.
  const shown = await page.locator('body').innerText()
  for (const text of [shown, ...names]) {
    const untranslated = (text.match(/\w+(?:\.\w+)+/g) ?? []).filter((word) => keys.includes(word))
    faults.push(...untranslated.map((key) => `not translated: ${key}`))
    const found = placeholder.exec(text)
    if (found) faults.push(`placeholder: ${found[0]}`)
  }
  return faults
}

/** What axe finds, in words, also in frames. `covered`: what lies below something open; it cannot be reached and need not be. */
export async function violationsOf(
  page: Page,
  rules: 'all' | 'contrast',
  covered?: string,
): Promise<string[]> {
  const found: string[] = []
  // A frame is a page of its own.
  for (const frame of page.frames()) found.push(...(await violationsIn(frame, rules, covered)))
  return found
}

async function violationsIn(frame: Frame, rules: 'all' | 'contrast', covered?: string): Promise<string[]> {
  await frame.evaluate(`globalThis.axe ?? (() => { ${axe.source} })()`)
  const violations = await frame.evaluate(
    async ({ tags, rules, covered }) => {
      const runner = (globalThis as unknown as { axe: typeof axe }).axe
      // What is open over a page hides its heading and its landmarks too.
      const isOver = document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null
      const { violations } = await runner.run(
        { include: [['html']], exclude: covered === undefined ? [] : [[covered]] },
        {
          iframes: false,
          resultTypes: ['violations'],
          rules: isOver
            ? { 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false } }
            : {},
          runOnly:
            rules === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: ['color-contrast'] },
        },
      )
      return violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ target, any }) => `${target} ${any[0]?.message ?? ''}`),
      }))
    },
    { tags, rules, covered },
  )
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.join(' | ')}`)
}
