import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { BRANDS } from './brands.ts'

// The one that draws no window of its own is a fifth quicker; where there is none, Chromium is as good.
const shell = '/usr/bin/chromium-headless-shell'

const chromium = {
  executablePath: process.env.CHROMIUM ?? (existsSync(shell) ? shell : '/usr/bin/chromium'),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

// Nothing moves in a picture.
const still = { contextOptions: { reducedMotion: 'reduce' as const }, trace: 'off' as const }
// Each app is looked at where it is used most; with pictures (`make screens`), both are, on both.
const screensOf = (app: string) => ({
  testMatch: `${process.env.SCREENS === undefined ? `${app}*` : '*'}-screens.spec.ts`,
  timeout: 60_000,
})
const desktop = { viewport: { width: 1280, height: 800 } }
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

/** On a phone and at a desk. Those of one worker share its machine; the others each begin on one of their own. */
const TOGETHER = [
  'portal-address',
  'templates',
  'companies',
  'thread',
  'languages',
  'told',
  'polling',
  'noscript',
  'login-code',
]
const APART = [
  'journey',
  'clients',
  'bulk-task',
  'members',
  'portal-media',
  'portal-preview',
  'profile',
  'uploads',
  'offline',
  'requests',
  'series',
  'reminders-digitise',
  'done',
]
const specs = (names: string[]) => names.map((name) => `${name}.spec.ts`)
const onBoth = (name: string, testMatch: string[]) => [
  { name: `${name}-desktop`, use: desktop, testMatch },
  { name: `${name}-phone`, use: phone, testMatch },
]

const ordinary = [
  ...onBoth('journeys', specs(TOGETHER)),
  ...APART.flatMap((name) => onBoth(name, specs([name]))),
  { name: 'first', use: phone, testMatch: 'first.spec.ts' },
  { name: 'working-speed', use: desktop, testMatch: 'working-speed.spec.ts' },
  { name: 'keyboard', use: desktop, testMatch: 'keyboard.spec.ts' },
  { name: 'brands', use: { ...phone, ...still }, testMatch: 'brands.spec.ts' },
  { name: 'photo', use: phone, testMatch: 'photo.spec.ts' },
  { name: 'scanner', use: desktop, testMatch: 'scanner.spec.ts' },
  { name: 'screens-desktop', use: { ...desktop, ...still }, ...screensOf('office') },
  { name: 'screens-phone', use: { ...phone, ...still }, ...screensOf('portal') },
]

// `make brands` looks at every screen of the portal in each colour; `make test`, at four.
const inBrands = BRANDS.map((brand) => ({
  name: `brand-${brand.slice(1)}`,
  use: { ...phone, ...still, brand },
  testMatch: 'portal-screens.spec.ts',
  timeout: 60_000,
}))

export default defineConfig<object, { brand: string | null }>({
  testDir: '.',
  fullyParallel: false,
  // Each worker has a machine of its own.
  workers: 2,
  timeout: 600_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  outputDir: join(import.meta.dirname, '../../target/e2e'),
  use: {
    actionTimeout: 12_000,
    launchOptions: chromium,
    locale: 'en-GB',
    timezoneId: 'Europe/Tallinn',
    trace: 'retain-on-failure',
  },
  projects: process.env.BRANDS === undefined ? ordinary : inBrands,
})
