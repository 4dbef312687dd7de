import { join } from 'node:path'
import { expect, type Frame, type Page, type Request } from '@playwright/test'
import { read } from '@sild/i18n/catalogue'
import axe from 'axe-core'
import { complaintOf, isRefusal } from './machine.ts'

const keys = ['office', 'portal'].flatMap((app) =>
  Object.keys(read(join(import.meta.dirname, `../apps/${app}/src/messages`), 'en')),
)

/** What stands where a text or a value was forgotten. */
const placeholder = /lorem ipsum|\bTODO\b|\bundefined\b|\bnull\b|\bNaN\b|\[object \w+\]|\{\w+\}|Invalid Date/

/** A window that nobody need scroll to the side, in pixels: one of 1280 at four times the size. */
const NARROW = 320
/** So many frames a page has to fit a window that has changed. */
const FRAMES = 60

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
      if (message.type() !== 'error' || (mayRefuse && isRefusal(message))) return
      this.complaints.push(complaintOf(message))
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

/** What a page counts of its motion. */
type Moved = { moved?: string[] }

/** Begins to note what moves on a page, whose reader has asked that nothing does. */
export async function noteMotion(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const motion =
      /^(transform|translate|scale|rotate|offset\w*|inset\S*|top|left|right|bottom|(block|inline)-size|width|height)$/i
    const moved: string[] = []
    ;(globalThis as Moved).moved = moved
    const note = ({ target }: Event) => {
      if (!(target instanceof Element)) return
      for (const { effect } of target.getAnimations()) {
        const duration = Number(effect?.getComputedTiming().duration ?? 0)
        const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : []
        const moving = frames.flatMap((frame) => Object.keys(frame)).find((property) => motion.test(property))
        // What is over within a frame is not seen to move.
        if (moving && duration > 17) moved.push(`moves: ${target.localName}.${target.classList}, ${moving}`)
      }
    }
    addEventListener('transitionrun', note, true)
    addEventListener('animationstart', note, true)
  })
}

/** What has moved since the page came. */
export async function motionOf(page: Page): Promise<string[]> {
  return [...new Set(await page.evaluate(() => (globalThis as Moved).moved ?? []))]
}

/**
 * By how much a page is wider than its window, and what makes it so. What scrolls inside the window counts as well: the main
 * part of a screen, and what is open over it.
 */
function widthOf(): { wider: number; culprits: string[] } {
  const { documentElement } = document
  const parts = [...document.querySelectorAll('main, dialog[open], [role=dialog], [role=alertdialog]')]
  const inside = parts.map((part) => part.scrollWidth - part.clientWidth)
  const beyond = parts.map((part) =>
    Math.ceil(part.getBoundingClientRect().right - documentElement.clientWidth),
  )
  const wider = Math.max(documentElement.scrollWidth - documentElement.clientWidth, ...inside, ...beyond)
  const isTooFar = (element: Element) =>
    element.getBoundingClientRect().right > documentElement.clientWidth && element.scrollWidth > 0
  const far = wider > 0 ? [...document.querySelectorAll('body *')].filter(isTooFar) : []
  const innermost = far.filter((element) => ![...element.children].some(isTooFar))
  return { wider, culprits: innermost.map(({ localName, className }) => `${localName}.${className}`) }
}

/** Where a page is wider than its window: in one of 320 px, and with text twice as large (WCAG 1.4.10 and 1.4.4). */
export async function squeezedFaultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  const measure = async (when: string) => {
    let told = await page.evaluate(widthOf)
    // What is drawn otherwise in another window is drawn after it has changed.
    for (let frame = 0; frame === 0 || (told.wider > 0 && frame < FRAMES); frame += 1) {
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
      told = await page.evaluate(widthOf)
    }
    const { wider, culprits } = told
    if (wider > 0) faults.push(`${when}: ${wider} px wider than the window, by ${culprits.join(', ')}`)
  }
  const size = page.viewportSize()
  if (!size) throw new Error('the page has no size')
  await page.setViewportSize({ ...size, width: NARROW })
  await measure(`${NARROW} px`)
  await page.setViewportSize(size)
  const enlarge = (size: string) =>
    page.evaluate((size) => {
      document.documentElement.style.fontSize = size
    }, size)
  await enlarge('200%')
  await measure('text twice as large')
  await enlarge('')
  return faults
}

/** How wide and high what can be pressed has to be, in CSS pixels: clients hold a phone, the office is dense and sits at a desk. */
export const TARGETS = { portal: 44, office: 24 }

/**
 * What a finger would miss: what can be pressed and is less than `least` pixels wide or high. The box of its label counts, and so does
 * whatever leads a press beside it to it; a link within a text is as high as its line.
 */
export function smallTargetsOf(page: Page, least: number, covered?: string): Promise<string[]> {
  return page.evaluate(
    ({ least, covered }) => {
      const pressable =
        'a[href], button, input, select, textarea, summary, [role=checkbox], [role=switch], [role=radio], [role=tab], [role=menuitem], [role=option]'
      /** Whether text stands beside it in its line. */
      const isInText = (element: Element) =>
        getComputedStyle(element).display === 'inline' &&
        [...(element.parentElement?.childNodes ?? [])].some(
          (node) => node instanceof Text && node.data.trim() !== '',
        )
      const isHidden = (element: Element) => {
        const { width, height } = element.getBoundingClientRect()
        return (
          width <= 1 ||
          height <= 1 ||
          !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        )
      }
      const boxOf = (part: Element) => part.getBoundingClientRect()
      const areaOf = (part: Element) => boxOf(part).width * boxOf(part).height
      /** Whether presses beside its middle reach it too: to both sides, and above and below. */
      const reachOf = (parts: Element[], { x, y, width, height }: DOMRect) => {
        const isHit = (dx: number, dy: number) => {
          const hit = document.elementFromPoint(x + width / 2 + dx, y + height / 2 + dy)
          return hit !== null && parts.some((part) => part.contains(hit))
        }
        const half = least / 2 - 1
        return { isWide: isHit(-half, 0) && isHit(half, 0), isHigh: isHit(0, -half) && isHit(0, half) }
      }
      return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
        if (isInText(element) || element.matches(':disabled, [inert] *, [aria-hidden=true] *')) return []
        if (covered !== undefined && element.closest(covered)) return []
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
        const parts = [element, ...labels]
          .filter((part) => !isHidden(part))
          .sort((a, b) => areaOf(b) - areaOf(a))
        const [target] = parts
        if (!target || (boxOf(target).width >= least && boxOf(target).height >= least)) return []
        target.scrollIntoView({ block: 'center' })
        const { width, height } = boxOf(target)
        const { isWide, isHigh } = reachOf(parts, boxOf(target))
        if ((width >= least || isWide) && (height >= least || isHigh)) return []
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40)
        return [`too small for a finger: ${element.localName} “${name}”, ${width} by ${height} px`]
      })
    },
    { least, covered },
  )
}

/** Words that nobody should see: keys instead of texts, placeholders, and a page that is wider than its window. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { wider, culprits } = await page.evaluate(widthOf)
  const names = await page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')]
    const names = named.flatMap((element) =>
      ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    )
    return [document.title, ...names]
  })
  const faults = wider > 0 ? [`${wider} px wider than the window, by ${culprits.join(', ')}`] : []
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
