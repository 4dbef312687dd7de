import { pathWithin, safeTarget } from '../../../shell/boot.ts'

/** How somebody without a session came here, and so which screen they see first. */
export type Arrival =
  | { kind: 'link'; token: string; target: string | null }
  | { kind: 'form'; target: string | null; notice: 'ended' | 'wrong' | null }
  | { kind: 'sent'; notice: 'wrong' | 'tooMany' | null }

/** The token of a link that makes an address count to which it was mailed, `/email#e=<token>`; null for any other address. */
export function readConfirmation(address: Pick<Location, 'hash'>): string | null {
  return new URLSearchParams(address.hash.slice(1)).get('e') || null
}

/**
 * Reads the address. A link of a mail carries its token and its target in the fragment, which no server sees:
 * `/login#t=<token>&to=/c/…/tasks/…`. A deep link without a token keeps its path as the target. `?sent` and `?wrong`
 * are where a form leads that was sent before the script had come.
 */
export function readArrival(
  basePath: string,
  address: Pick<Location, 'pathname' | 'search' | 'hash'>,
): Arrival {
  const fragment = new URLSearchParams(address.hash.slice(1))
  const token = fragment.get('t')
  if (token) return { kind: 'link', token, target: safeTarget(fragment.get('to')) }
  const query = new URLSearchParams(address.search)
  if (query.has('sent')) {
    const notice = fragment.has('code-wrong') ? 'wrong' : fragment.has('too-many') ? 'tooMany' : null
    return { kind: 'sent', notice }
  }
  return {
    kind: 'form',
    target: safeTarget(pathWithin(basePath, address.pathname)) ?? safeTarget(query.get('to')),
    notice: query.has('ended') ? 'ended' : query.has('wrong') ? 'wrong' : null,
  }
}
