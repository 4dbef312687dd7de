import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import {
  type APIRequestContext,
  type BrowserContext,
  type ConsoleMessage,
  expect,
  test as plain,
} from '@playwright/test'

const ROOT = join(import.meta.dirname, '../..')
const BINARY = process.env.SILD_BINARY ?? 'target/debug/sild'
const START_MILLIS = 60_000

/** A mail that left. */
export type Mail = { id: string; to: string; subject: string; text: string; html: string; at: string }

/** The whole product on one machine, with a clock and a mailbox of its own. */
export class Machine {
  readonly #port: number
  readonly #request: APIRequestContext
  /** Signs in as the owner of the demo office; works once. */
  readonly ownerLink: string
  /** Signs in as a contact of the demo office; works once. */
  readonly contactLink: string

  constructor(said: string, request: APIRequestContext) {
    const found = (what: RegExp) => what.exec(said)?.[1] ?? ''
    this.#port = Number(found(/ready on port (\d+)/))
    this.#request = request
    this.ownerLink = found(/demo owner\s+(\S+)/)
    this.contactLink = found(/demo contact\s+(\S+)/)
  }

  /** Where the office app is. */
  get office(): string {
    return `http://app.localhost:${this.#port}`
  }

  /** Where a portal is. */
  portalAt(slug: string): string {
    return `http://${slug}.localhost:${this.#port}`
  }

  // Only browsers know `*.localhost`; from here the machine is asked by its address.
  #local(path: string): string {
    return `http://127.0.0.1:${this.#port}/_local/${path}`
  }

  /** All mails to an address, newest first. */
  async mailsTo(address: string): Promise<Mail[]> {
    const answer = await this.#request.get(this.#local('mail'))
    expect(answer.ok()).toBe(true)
    const mails = (await answer.json()) as Mail[]
    return mails.filter((mail) => mail.to === address)
  }

  /** A mail as it was sent, with what is attached. */
  async rawMail(mail: Mail): Promise<string> {
    const answer = await this.#request.get(this.#local(`mail/${mail.id}/raw`))
    expect(answer.ok()).toBe(true)
    return answer.text()
  }

  /** Waits until an address has so many mails, and gives the newest. */
  async newestMail(address: string, count: number): Promise<Mail> {
    await expect.poll(async () => (await this.mailsTo(address)).length, { timeout: 20_000 }).toBe(count)
    const [newest] = await this.mailsTo(address)
    if (!newest) throw new Error(`no mail to ${address}`)
    return newest
  }

  /** What the machine's clock says. */
  async now(): Promise<Date> {
    const answer = await this.#request.get(this.#local('clock'))
    const { now } = (await answer.json()) as { now: string }
    return new Date(now)
  }

  /** Moves the clock; everything that is due on the way happens. */
  async advance(seconds: number): Promise<void> {
    const answer = await this.#request.post(this.#local('clock'), {
      data: { advance_seconds: seconds },
      timeout: 400_000,
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
}

/** The first link of a mail's text, or the first one to such a path. */
export function linkIn(mail: Mail, path = ''): string {
  const links = mail.text.match(/https?:\/\/\S+/g) ?? []
  const link = links.find((one) => new URL(one).pathname.startsWith(path))
  if (!link) throw new Error(`no link in “${mail.subject}”`)
  return link
}

/** The code of a login mail: six letters and digits. */
export function codeIn(text: string): string {
  const code = /\b[A-Z0-9]{3}-[A-Z0-9]{3}\b/.exec(text)?.[0]
  if (!code) throw new Error('no code in the mail')
  return code
}

/**
 * That the server refuses something is what some tests are about: an answer of the API, or of the page itself. That it fails is
 * not, and what a page is made of has to be there, but where a test took the connection away.
 */
export function isRefusal(message: ConsoleMessage): boolean {
  if (!message.text().startsWith('Failed to load resource') || /status of 5\d\d/.test(message.text()))
    return false
  const { url } = message.location()
  const isPage = url === message.page()?.url().replace(/#.*/, '')
  const isOffline = message.text().endsWith('net::ERR_INTERNET_DISCONNECTED')
  return isPage || isOffline || (URL.canParse(url) && new URL(url).pathname.startsWith('/api/'))
}

/** What the browser complains about, and of what. */
export const complaintOf = (message: ConsoleMessage): string =>
  `console: ${message.text()} ${message.location().url}`

/** Looks over the shoulder of every page of a worker. */
class Supervision {
  #complaints: string[] = []

  watch(context: BrowserContext): void {
    context.on('weberror', (error) => this.#complaints.push(`script: ${error.error().message}`))
    context.on('console', (message) => {
      if (message.type() === 'error' && !isRefusal(message)) this.#complaints.push(complaintOf(message))
    })
    context.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url())
      const isOwn = /(^|\.)localhost$|^127\.0\.0\.1$/.test(hostname)
      if (protocol.startsWith('http') && !isOwn) this.#complaints.push(`third party: ${request.url()}`)
    })
  }

  /** What there was to complain about since the last time. */
  take(): string[] {
    const complaints = this.#complaints
    this.#complaints = []
    return complaints
  }
}

/**
 * Tests on a machine that their worker alone uses: whoever moves its clock disturbs nobody. One in which a page complains, or
 * asks anybody but the machine, fails.
 */
export const test = plain.extend<{ unblemished: undefined }, { supervision: Supervision; machine: Machine }>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs, and this one needs nothing.
  supervision: [async ({}, use) => use(new Supervision()), { scope: 'worker' }],
  browser: [
    async ({ browser, supervision }, use) => {
      const open = browser.newContext.bind(browser)
      browser.newContext = async (options) => {
        const context = await open(options)
        supervision.watch(context)
        return context
      }
      await use(browser)
    },
    { scope: 'worker' },
  ],
  unblemished: [
    async ({ supervision }, use) => {
      await use(undefined)
      expect(supervision.take()).toEqual([])
    },
    { auto: true },
  ],
  machine: [
    async ({ playwright }, use) => {
      const data = mkdtempSync(join(tmpdir(), 'sild-e2e-'))
      const process = spawn(BINARY, ['run', '--port', '0', '--data', data], {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const request = await playwright.request.newContext()
      try {
        await use(new Machine(await firstWords(process), request))
      } finally {
        await request.dispose()
        await ended(process)
        rmSync(data, { recursive: true, force: true })
      }
    },
    { scope: 'worker', timeout: START_MILLIS },
  ],
})

/** What the machine says until it is ready. */
function firstWords(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!process.stdout) return reject(new Error('the machine has no output'))
    let said = ''
    createInterface(process.stdout).on('line', (line) => {
      said += `${line}\n`
      if (line.includes('as a demo contact')) resolve(said)
    })
    process.once('error', reject)
    process.once('exit', (code) => reject(new Error(`the machine ended with ${code}: is it built?`)))
  })
}

async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null || process.pid === undefined) return
  const exit = new Promise((resolve) => process.once('exit', resolve))
  process.kill('SIGTERM')
  await exit
}
