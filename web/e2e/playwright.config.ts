import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const chromium = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
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

export default defineConfig({
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
  projects: [
    { name: 'desktop', use: desktop, testMatch: 'journey.spec.ts' },
    { name: 'phone', use: phone, testMatch: 'journey.spec.ts' },
    { name: 'clients', use: desktop, testMatch: 'clients.spec.ts' },
    { name: 'bulk', use: desktop, testMatch: 'bulk-task.spec.ts' },
    { name: 'members', use: desktop, testMatch: 'members.spec.ts' },
    { name: 'media', use: desktop, testMatch: 'portal-media.spec.ts' },
    { name: 'preview', use: desktop, testMatch: 'portal-preview.spec.ts' },
    { name: 'profile', use: phone, testMatch: 'profile.spec.ts' },
    { name: 'offline', use: phone, testMatch: 'offline.spec.ts' },
    { name: 'scanner', use: desktop, testMatch: 'scanner.spec.ts' },
    { name: 'screens-desktop', use: { ...desktop, ...still }, ...screensOf('office') },
    { name: 'screens-phone', use: { ...phone, ...still }, ...screensOf('portal') },
  ],
})
