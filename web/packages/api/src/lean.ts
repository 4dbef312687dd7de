/**
 * The smallest way to call an operation, for the entry that must stay tiny: one function, no client library.
 */
import { ApiProblem, OfflineError, problemOf } from './problem.ts'

export { ApiProblem, OfflineError }

/**
 * Sends JSON to a path of the own origin and gives the parsed answer (null when it has no body).
 * Throws {@link ApiProblem} for a problem and {@link OfflineError} when the server was not reached.
 */
export async function sendJson<T>(path: string, body: unknown, method = 'POST'): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new OfflineError(cause)
  })
  if (!response.ok) throw await problemOf(response)
  const text = await response.text()
  return JSON.parse(text === '' ? 'null' : text) as T
}
