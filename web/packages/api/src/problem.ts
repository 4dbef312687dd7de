/** One field of a request that the server did not accept: a JSON pointer such as `/due`, and a stable code. */
export interface FieldError {
  pointer: string
  code: string
}

/** An answer of the server that is a problem (RFC 9457). `code` is stable; `detail` says what failed and what to do. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    /** Seconds that the server asks to wait (`Retry-After`), or null. */
    readonly retryAfter: number | null = null,
  ) {
    super(`${status} ${code}: ${detail}`)
  }

  /** The code of the first error at the JSON pointer, or null when that field was fine. */
  fieldCode(pointer: string): string | null {
    return this.errors.find((error) => error.pointer === pointer)?.code ?? null
  }
}

/** The request never reached the server, or its answer never came back. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError'

  constructor(cause: unknown) {
    super('The server cannot be reached.', { cause })
  }
}

/** Whether the error is a problem of the server, with this code when one is given. */
export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code)
}

/** Reads the problem out of an answer. An answer that is no problem document becomes `internal_error`. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null)
  const wait = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  return problemFrom(response.status, body, Number.isNaN(wait) ? null : wait)
}

/** Makes a problem of a parsed body; whatever is missing or of the wrong type gets a neutral value. */
export function problemFrom(status: number, body: unknown, retryAfter: number | null): ApiProblem {
  const fields: Record<string, unknown> = isObject(body) ? body : {}
  return new ApiProblem(
    status,
    typeof fields.code === 'string' ? fields.code : 'internal_error',
    typeof fields.detail === 'string' ? fields.detail : '',
    Array.isArray(fields.errors) ? fields.errors.filter(isFieldError) : [],
    retryAfter,
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isFieldError(value: unknown): value is FieldError {
  return isObject(value) && typeof value.pointer === 'string' && typeof value.code === 'string'
}
