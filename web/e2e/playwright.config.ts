import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const port = process.env.E2E_PORT ?? '8299'
const root = join(import.meta.dirname, '../..')
// Workers read this file again: the first process decides where the data is.
process.env.E2E_DATA ??= mkdtempSync(join(tmpdir(), 'sild-e2e-'))
process.env.E2E_ORIGIN = `http://app.localhost:${port}`

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

export default defineConfig({
  testDir: '.',
  fullyParallel: false,
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  outputDir: join(root, 'target/e2e'),
  use: {
    baseURL: `http://app.localhost:${port}`,
    actionTimeout: 12_000,
    launchOptions: chromium,
    locale: 'en-GB',
    timezoneId: 'Europe/Tallinn',
    trace: 'retain-on-failure',
  },
  projects: [{ name: 'desktop', use: { viewport: { width: 1280, height: 800 } } }],
  webServer: {
    command: `target/debug/sild run --port ${port} --data ${process.env.E2E_DATA}`,
    cwd: root,
    url: `http://localhost:${port}/_local/clock`,
    timeout: 60_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
