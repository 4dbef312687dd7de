import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PortalBoot, PortalBranding } from '@sild/api'
import { read } from '@sild/i18n/catalogue'

const path = (name: string): string => join(import.meta.dirname, '..', name)

/** What the server puts into the page in place of its tokens. */
export interface PageParts {
  lang: string
  title: string
  description: string
  head: string
  fallback: string
  boot: string
}

/** The login form without script, in one language: its texts filled in, the server's tokens left. */
export function fallbackIn(language: string): string {
  return pieceIn('src/features/login/ui/form.html', language).replace(
    `hreflang="${language}" aria-current="false"`,
    `hreflang="${language}" aria-current="true"`,
  )
}

/** What stands around the first tasks of somebody who is signed in, in one language. */
export function firstIn(language: string): string {
  return pieceIn('src/app/first.html', language)
}

function pieceIn(file: string, language: string): string {
  const messages = read(path('src/messages'), language)
  return readFileSync(path(file), 'utf8').replace(/\{([\w.]+)\}/g, (_, key: string) => {
    const text = messages[key]
    if (text === undefined) throw new Error(`${file}: there is no message "${key}"`)
    return escapeHtml(text)
  })
}

/** The style of an office's colours: what the server writes beside the title. */
export function themeOf({ palette }: PortalBranding): string {
  const scheme = ({ link, brand_ui, on_brand_ui }: typeof palette.light): string =>
    `--link:${link.colour};--brand-ui:${brand_ui.colour};--on-brand-ui:${on_brand_ui}`
  return [
    `:root{--brand:${palette.brand};--on-brand:${palette.on_brand}}`,
    `:root,[data-theme=light]{${scheme(palette.light)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${scheme(palette.dark)}}}`,
    `[data-theme=dark]{${scheme(palette.dark)}}`,
  ].join('')
}

/** Fills the page as the server does. */
export function fillPage(page: string, parts: PageParts): string {
  const values: Record<string, string> = {
    LANG: parts.lang,
    TITLE: parts.title,
    DESCRIPTION: parts.description,
    HEAD: parts.head,
    FALLBACK: parts.fallback,
    BOOT: parts.boot,
  }
  return page.replace(/__SILD_([A-Z]+)__/g, (token, name: string) => values[name] ?? token)
}

/** Everything that the page of this office and session needs, with the styles of a build where there is one. */
export function partsOf(boot: Pick<PortalBoot, 'branding' | 'session'>, styles = ''): PageParts {
  const { branding, session } = boot
  const intro = branding.description ? `<p class="login-intro">${escapeHtml(branding.description)}</p>` : ''
  const form = fallbackIn(branding.language)
    .replace('__SILD_MARK__', markOf(branding))
    .replace('__SILD_NAME__', escapeHtml(branding.portal_name))
    .replace('__SILD_INTRO__', intro)
    .replaceAll('__SILD_SLUG__', branding.slug)
    .replace('__SILD_TARGET__', '')
  return {
    lang: session?.contact.language ?? branding.language,
    title: escapeHtml(branding.portal_name),
    description: escapeHtml(branding.description ?? ''),
    head: `<style>${styles}${themeOf(branding)}</style>`,
    fallback: session === null ? form : '',
    boot: JSON.stringify(boot).replaceAll('<', '\\u003c'),
  }
}

function markOf({ logo, icon, portal_name }: PortalBranding): string {
  const picture = (url: string, width: number, height: number): string =>
    `<img src="${escapeHtml(url)}" alt="" width="${width}" height="${height}">`
  if (logo) return picture(logo.url, Math.ceil(logo.width / 2), Math.ceil(logo.height / 2))
  if (icon) return picture(icon.url, 48, 48)
  return escapeHtml(Array.from(portal_name)[0]?.toUpperCase() ?? '')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
