import createClient, { type Client } from 'openapi-fetch'
import { asksForNews } from './known.ts'
import { OfflineError, problemFrom } from './problem.ts'
import type { paths } from './schema.d.ts'

/** Every operation of the contract, by method and path, typed by the generated schema. */
export type ApiClient = Client<paths>

interface Options {
  /** Where the API is; the own origin when left out. */
  baseUrl?: string
  /** Another `fetch`, for tests. */
  fetch?: (request: Request) => Promise<Response>
}

/** Makes the client. Cookies go to the own origin only; a request that reaches nobody throws {@link OfflineError}. */
export function createApi(options: Options = {}): ApiClient {
  const client = createClient<paths>({
    baseUrl: options.baseUrl ?? globalThis.location?.origin ?? '',
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
    // Looked up at each call, so that a test may replace the global one.
    fetch: asksForNews(options.fetch ?? ((request) => globalThis.fetch(request))),
  })
  client.use({ onError: ({ error }) => (isAbort(error) ? undefined : new OfflineError(error)) })
  return client
}

/**
 * The data of an answer. Throws {@link ApiProblem} when the answer is a problem.
 *
 * `const task = await answer(api.GET('/api/office/tasks/{task}', { params: { path: { task: id } } }))`
 */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<Exclude<T, undefined>> {
  const { data, error, response } = await call
  if (!response.ok) {
    const wait = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
    throw problemFrom(response.status, error, Number.isNaN(wait) ? null : wait)
  }
  return data as Exclude<T, undefined>
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
