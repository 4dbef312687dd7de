import type { Browser, BrowserContextOptions, Page } from '@playwright/test'

/** The session of somebody, to begin pages with. */
export type Session = Exclude<BrowserContextOptions['storageState'], string | undefined>

/** Somebody at a browser who can also ask the API what their screens ask it. */
export class Person {
  private constructor(readonly page: Page) {}

  /** Opens a mail's link and continues. */
  static async signIn(browser: Browser, link: string): Promise<Person> {
    const page = await browser.newPage()
    await page.goto(link)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL((url) => url.pathname !== '/login')
    return new Person(page)
  }

  /** Who is signed in on a page of the app already. */
  static on(page: Page): Person {
    return new Person(page)
  }

  session(): Promise<Session> {
    return this.page.context().storageState()
  }

  /** Calls the API; the answer is taken for what the caller says it is. */
  call<Answer>(method: string, path: string, body?: unknown, version?: number): Promise<Answer> {
    return this.page.evaluate(
      async ({ method, path, body, version }) => {
        const headers: Record<string, string> = { 'content-type': 'application/json' }
        if (version !== undefined) headers['if-match'] = `"${version}"`
        if (method === 'POST') headers['idempotency-key'] = crypto.randomUUID()
        const answer = await fetch(path, {
          method,
          headers,
          body: body === undefined ? null : JSON.stringify(body),
        })
        if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
        return answer.status === 204 ? null : answer.json()
      },
      { method, path, body, version },
    )
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.call('GET', path)
  }

  post<Answer>(path: string, body: unknown = {}): Promise<Answer> {
    return this.call('POST', path, body)
  }
}
