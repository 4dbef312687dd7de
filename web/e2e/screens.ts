import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import {
  faultsOf,
  motionOf,
  noteMotion,
  smallTargetsOf,
  squeezedFaultsOf,
  TARGETS,
  violationsOf,
  Watch,
} from './examine.ts'
import { type House, type Resident, test } from './house.ts'
import { small } from './picture.ts'

/** A screen: who sees it, where it is, and what they do there before it is looked at. */
export interface Screen {
  name: string
  /** Who is signed in; nobody where it is left out. */
  as?: Resident
  path: string | ((house: House) => string | Promise<string>)
  steps?: (page: Page, house: House) => Promise<unknown>
  /** An answer of the server is an error here. */
  mayRefuse?: boolean
  /** It changes the browser, so that nothing else can use it. */
  isAlone?: boolean
  /** What lies below something that is open. */
  covered?: string
  /** The office's app is for desks: only its main screens have a picture on a phone as well. */
  isDeskOnly?: boolean
  /** What is done there is laid out otherwise on a phone. */
  needsDesk?: boolean
}

const schemes = ['light', 'dark'] as const
const folder = join(import.meta.dirname, '../../docs/screens')
const isPictured = process.env.SCREENS !== undefined
if (isPictured) mkdirSync(folder, { recursive: true })

/** The first button of this name. */
export const button = (place: Page | Locator, name: string | RegExp): Locator =>
  place.getByRole('button', { name }).first()

/** A test for each screen: it looks well in light and in dark, or the test says what does not. */
export function look(app: 'office' | 'portal', originOf: (house: House) => string, screens: Screen[]): void {
  for (const screen of screens) {
    test(`${app}: ${screen.name}`, async ({ house, browser, contextOptions }, info) => {
      const device = info.project.name.replace('screens-', '')
      test.skip(device === 'phone' && screen.needsDesk === true, 'A phone shows it otherwise.')
      // Who stays signed in keeps the app's files at hand, as people do.
      const isShared = screen.as !== undefined && screen.isAlone !== true
      const options = {
        ...contextOptions,
        // What is seen is what the server says, or does not, and not what the portal's worker kept.
        serviceWorkers: 'block' as const,
        ...(screen.as ? { storageState: house.sessions[screen.as] } : {}),
      }
      const context = isShared ? await house.browserOf(screen.as, options) : await browser.newContext(options)
      const page = await context.newPage()
      const watch = new Watch(page, screen.mayRefuse === true)
      await noteMotion(page)
      const path = typeof screen.path === 'string' ? screen.path : await screen.path(house)
      // What counts down to something counts from the machine's time.
      await page.clock.setFixedTime(await house.machine.now())
      await page.goto(path.startsWith('http') ? path : originOf(house) + path)
      await watch.settled()
      await screen.steps?.(page, house)
      const found: string[] = []
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme })
        await watch.settled()
        if (isPictured && !(screen.isDeskOnly && device === 'phone')) {
          const name = `${app}-${screen.name}-${device}-${colorScheme}.png`
          writeFileSync(join(folder, name), small(await page.screenshot({ animations: 'disabled' })))
        }
        const violations = await violationsOf(page, 'all', screen.covered)
        found.push(...violations.map((violation) => `${colorScheme}: ${violation}`))
      }
      if (info.project.use.hasTouch && !screen.isDeskOnly)
        found.push(...(await smallTargetsOf(page, TARGETS[app], screen.covered)))
      found.push(
        ...(await motionOf(page)),
        ...(await faultsOf(page)),
        ...(await squeezedFaultsOf(page)),
        ...watch.complaints,
      )
      await (isShared ? page : context).close()
      expect(found).toEqual([])
    })
  }
}
