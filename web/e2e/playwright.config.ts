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

// A contact at the phone and the office at a desk; they share the machines of their workers.
const JOURNEYS = [
  'portal-address',
  'templates',
  'companies',
  'thread',
  'languages',
  'told',
  'polling',
  'first',
  'noscript',
  'login-code',
].map((name) => `${name}.spec.ts`)

const ordinary = [
  { name: 'desktop', use: desktop, testMatch: 'journey.spec.ts' },
  { name: 'phone', use: phone, testMatch: 'journey.spec.ts' },
  { name: 'clients', use: desktop, testMatch: 'clients.spec.ts' },
  { name: 'bulk', use: desktop, testMatch: 'bulk-task.spec.ts' },
  { name: 'members', use: desktop, testMatch: 'members.spec.ts' },
  { name: 'media', use: desktop, testMatch: 'portal-media.spec.ts' },
  { name: 'preview', use: desktop, testMatch: 'portal-preview.spec.ts' },
  { name: 'profile', use: phone, testMatch: 'profile.spec.ts' },
  { name: 'journeys', use: phone, testMatch: JOURNEYS },
  { name: 'keyboard', use: desktop, testMatch: 'keyboard.spec.ts' },
  { name: 'brands', use: { ...phone, ...still }, testMatch: 'brands.spec.ts' },
  { name: 'photo', use: phone, testMatch: 'photo.spec.ts' },
  { name: 'uploads', use: desktop, testMatch: 'uploads.spec.ts' },
  { name: 'offline', use: phone, testMatch: 'offline.spec.ts' },
  { name: 'requests', use: phone, testMatch: 'requests.spec.ts' },
  { name: 'requests-desktop', use: desktop, testMatch: 'requests.spec.ts' },
  { name: 'series', use: desktop, testMatch: 'series.spec.ts' },
  { name: 'reminders-digitise', use: desktop, testMatch: 'reminders-digitise.spec.ts' },
  { name: 'done', use: phone, testMatch: 'done.spec.ts' },
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
