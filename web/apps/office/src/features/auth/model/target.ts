/** A path of this app that a sign-in may lead to, or null: never another site, never the sign-in itself. */
export function safeTarget(target: string | null | undefined): string | null {
  if (!target?.startsWith('/') || target.startsWith('//') || target.startsWith('/\\')) return null
  return /^\/(?:sign-in|sign-up|login)(?:[/?#]|$)/.test(target) ? null : target
}

/** The token of a login link's fragment, `#t=…&to=…`, and where it leads. */
export function readFragment(fragment: string): { token: string | null; target: string | null } {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''))
  return { token: parts.get('t'), target: safeTarget(parts.get('to')) }
}

/** A typed code without the spaces and dashes that people add. */
export function cleanCode(typed: string): string {
  return typed.replace(/[\s-]/gu, '').toUpperCase()
}
