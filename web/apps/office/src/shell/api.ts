import { createApi } from '@sild/api'

/** The API of the office, on the app's own origin. */
export const api = createApi()

export { answer, idempotent, ifMatch, isProblem, newKey, OfflineError } from '@sild/api'
