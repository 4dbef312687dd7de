import type { PortalBranding } from '@sild/api'

/** Where the office has an icon, it stands in the tab and on the home screen. */
export function showIcon({ icon }: PortalBranding): void {
  if (!icon) return
  document.querySelector('link[rel=icon]')?.remove()
  for (const rel of ['icon', 'apple-touch-icon']) {
    const link = document.createElement('link')
    link.rel = rel
    link.href = icon.url
    document.head.append(link)
  }
}

/** Where the server offers the portal as an app to install, it has the worker too that shows it without a connection. */
export function startWorker({ base_path }: PortalBranding): void {
  if (!document.querySelector('link[rel=manifest]') || !('serviceWorker' in navigator)) return
  // A browser may refuse; then the portal needs a connection, as every page does.
  navigator.serviceWorker.register(`${base_path}/sw.js`, { scope: `${base_path}/` }).catch(() => undefined)
}
