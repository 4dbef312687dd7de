type Fetch = (request: Request) => Promise<Response>

/** How many answers stay at hand; those that were not asked for longest leave first. */
const MOST = 50

/**
 * Asks with `If-None-Match` for what has been answered before, and puts the body that is known in the place of a 304. The
 * browser's own cache does not do it, as no answer may stay there.
 *
 * Only weak tags count: a strong one is a version for `If-Match`. What one session was told never outlives it: signing in
 * or out, a 401, and news of the session itself forget everything, and what was under way then is not kept.
 */
export function asksForNews(fetch: Fetch): Fetch {
  let answers = new Map<string, { tag: string; text: string }>()
  return async (request) => {
    const { method, url } = request
    const isGet = method === 'GET'
    const isSession = /\/(session|login)\b/.test(url)
    const kept = answers
    const known = isGet ? kept.get(url) : undefined
    if (known) request.headers.set('if-none-match', known.tag)
    const response = await fetch(request)
    const { status, headers } = response
    if (status === 401 || (isSession && !isGet)) answers = new Map()
    if (known && status === 304) {
      // The newest stands last.
      kept.delete(url)
      kept.set(url, known)
      return new Response(known.text, { headers: { 'content-type': 'application/json' } })
    }
    const tag = headers.get('etag') ?? ''
    if (!isGet || status !== 200 || !tag.startsWith('W/')) return response
    const text = await response.text()
    let place = kept
    if (isSession && known && kept === answers) place = answers = new Map()
    place.delete(url)
    place.set(url, { tag, text })
    const [oldest = ''] = place.keys()
    if (place.size > MOST) place.delete(oldest)
    return new Response(text, { headers })
  }
}
