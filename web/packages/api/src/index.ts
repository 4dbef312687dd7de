/** The API of both apps: a client typed by the contract, its problems as errors, and the contract's types. */
export { type ApiClient, answer, createApi } from './client.ts'
export { idempotent, ifMatch, newKey } from './headers.ts'
export { ApiProblem, type FieldError, isProblem, OfflineError, problemFrom } from './problem.ts'
export type { components, operations, paths } from './schema.d.ts'
export type * from './types.ts'
