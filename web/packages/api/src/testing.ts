/** Answers of the API for tests, typed by the contract. Used with msw; never part of a build. */
import { HttpResponse, type HttpResponseResolver, http } from 'msw'
import type { paths } from './schema.d.ts'
import type { AnswerOf, BodyOf } from './types.ts'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

interface Asked<P extends keyof paths, M extends Method> {
  /** The parts of the path, by the names that the contract gives them. */
  params: Record<string, string>
  query: URLSearchParams
  headers: Headers
  body: BodyOf<paths[P][M]>
}

type Reply<P extends keyof paths, M extends Method> = AnswerOf<paths[P][M]> | Response | null

/**
 * A handler for one operation. The reply is the typed answer (201 for what the contract answers with 201 needs
 * {@link created}), `null` for 204, or a `Response` such as {@link problem} makes. With `once` it answers once only.
 */
export function mock<P extends keyof paths & string, M extends Method>(
  method: M,
  path: P,
  reply: (asked: Asked<P, M>) => Reply<P, M> | Promise<Reply<P, M>>,
  options: { once?: boolean } = {},
) {
  const resolver: HttpResponseResolver = async ({ request, params }) => {
    const text = request.method === 'GET' ? '' : await request.text()
    const result = await reply({
      params: params as Record<string, string>,
      query: new URL(request.url).searchParams,
      headers: request.headers,
      body: (text === '' ? null : JSON.parse(text)) as BodyOf<paths[P][M]>,
    })
    if (result instanceof Response) return result
    return result === null ? new HttpResponse(null, { status: 204 }) : HttpResponse.json(result as object)
  }
  return http[method](`*${path.replace(/\{(\w+)\}/g, ':$1')}`, resolver, { once: options.once ?? false })
}

/** An answer with status 201. */
export function created(body: object): Response {
  return HttpResponse.json(body, { status: 201 })
}

/** A problem, as the server would send it. */
export function problem(
  status: number,
  code: string,
  more: { detail?: string; errors?: { pointer: string; code: string }[]; retryAfter?: number } = {},
): Response {
  return HttpResponse.json(
    {
      type: 'about:blank',
      title: code,
      status,
      code,
      detail: more.detail ?? code,
      errors: more.errors ?? [],
    },
    {
      status,
      headers: {
        'content-type': 'application/problem+json',
        ...(more.retryAfter === undefined ? {} : { 'retry-after': String(more.retryAfter) }),
      },
    },
  )
}
