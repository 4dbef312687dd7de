import type { PortalBoot } from '@sild/api'

/** Reads what the server put into the page: the office's branding and, when signed in, the first data. */
export function readBoot(page: Document = document): PortalBoot {
  const text = page.getElementById('boot')?.textContent ?? ''
  return JSON.parse(text) as PortalBoot
}

/** The path inside the portal: without the base path, always beginning with a slash. */
export function pathWithin(basePath: string, pathname: string): string {
  const rest = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname
  return rest === '' ? '/' : rest
}

/** A place to go to that certainly is inside the portal, or null. */
export function safeTarget(target: string | null | undefined): string | null {
  return target && /^\/(c\/[\w/-]*|profile|help)$/.test(target) ? target : null
}
