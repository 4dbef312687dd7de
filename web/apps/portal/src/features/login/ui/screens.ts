import type { PortalBranding } from '@sild/api'
import { ApiProblem, OfflineError } from '@sild/api/lean'
import { i18n, languageNames, t } from '../../../shell/i18n.ts'
import { element } from './element.ts'

type Act = () => void

/** The office's logo at half of its pixels, else its icon, else the first letter of the portal's name. */
function mark({ logo, icon, portal_name }: PortalBranding): Node | string {
  if (logo) return picture(logo.url, Math.ceil(logo.width / 2), Math.ceil(logo.height / 2))
  if (icon) return picture(icon.url, 48, 48)
  return Array.from(portal_name.trim())[0]?.toUpperCase() ?? ''
}

function picture(src: string, width: number, height: number): HTMLElement {
  return element('img', { src, alt: '', width: String(width), height: String(height) })
}

/** The frame of every login screen: the office's mark, the one heading, and what the screen is for. */
export function card(branding: PortalBranding, title: string, ...content: (Node | null)[]): HTMLElement {
  return element(
    'main',
    { class: 'login' },
    element(
      'div',
      { class: 'login-card' },
      element('div', { class: 'login-mark', 'aria-hidden': 'true' }, mark(branding)),
      element('h1', { class: 'login-title', tabindex: '-1' }, title),
      ...content,
    ),
    languages(),
  )
}

/** The same page in another language: the server decides, so what follows `#` stays. */
function languages(): HTMLElement {
  const links = Object.entries(languageNames).map(([language, name]) =>
    element(
      'a',
      {
        href: `?lang=${language}${location.hash}`,
        lang: language,
        hreflang: language,
        'aria-current': String(language === i18n.language()),
      },
      name,
    ),
  )
  return element('nav', { class: 'login-languages', 'aria-label': t('login.languages') }, ...links)
}

/** A paragraph; nothing for nothing. */
export function paragraph(text: string | null, kind = 'login-intro'): HTMLElement | null {
  return text ? element('p', { class: kind }, text) : null
}

/** A message that people who listen hear at once. */
export function notice(text: string, kind: 'error' | 'info' = 'info'): HTMLElement {
  return element('p', { class: `login-notice login-notice-${kind}`, role: 'alert' }, text)
}

/** The main button of a screen. */
export function mainButton(label: string, onclick?: Act): HTMLButtonElement {
  return element(
    'button',
    { class: 'login-button', type: onclick ? 'button' : 'submit', ...(onclick ? { onclick } : {}) },
    label,
  )
}

/** A second choice, quieter. */
export function quietButton(label: string, onclick: Act): HTMLButtonElement {
  return element('button', { class: 'login-quiet', type: 'button', onclick }, label)
}

/** A labelled field in a form with one button. The listener gets the trimmed value. */
export function form(
  field: { id: string; label: string; attributes: Record<string, string | boolean> },
  button: string,
  submit: (value: string, form: HTMLFormElement) => void,
  formAttributes: Record<string, string> = {},
  ...hidden: Node[]
): HTMLFormElement {
  const input = element('input', {
    class: 'login-input',
    id: field.id,
    name: field.id,
    ...field.attributes,
  })
  const made: HTMLFormElement = element(
    'form',
    {
      class: 'login-form',
      ...formAttributes,
      onsubmit: (event: Event) => {
        event.preventDefault()
        submit(input.value.trim(), made)
      },
    },
    element('label', { class: 'login-label', for: field.id }, field.label),
    input,
    ...hidden,
    mainButton(button),
  )
  return made
}

/** Shows a message above the button of a form or a card, instead of the one before. */
export function complain(place: Element, text: string): void {
  place.querySelector('[role="alert"]')?.remove()
  const button = place.querySelector('.login-button')
  button?.before(notice(text, 'error'))
}

/** What went wrong, in words that say what to do. */
export function wordsFor(error: unknown): string {
  if (error instanceof OfflineError) return t('login.offline')
  if (error instanceof ApiProblem) {
    if (error.status === 429) return t('login.tooMany', { minutes: Math.ceil((error.retryAfter ?? 60) / 60) })
    if (error.fieldCode('/email')) return t('login.emailWrong')
  }
  return t('login.failed')
}
