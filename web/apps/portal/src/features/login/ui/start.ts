import type { LoginOutcome, PortalBranding } from '@sild/api'
import { ApiProblem } from '@sild/api/lean'
import { t } from '../../../shell/i18n.ts'
import { getLink, redeemCode, redeemLink, renewLink, requestLogin } from '../api/login.ts'
import { type Arrival, readArrival } from '../model/arrival.ts'
import { formatCode, isWholeCode } from '../model/code.ts'
import { element } from './element.ts'
import { card, complain, form, mainButton, notice, paragraph, quietButton, wordsFor } from './screens.ts'

const resendSeconds = 30

const noticeFor = { ended: () => t('login.ended'), wrong: () => t('login.emailWrong') }
const codeNoticeFor = { tooMany: () => t('login.codesTooMany'), wrong: () => t('login.codeWrong') }

/** What a refusal says about the link; null where it says nothing. */
function stateIn(error: unknown): 'spent' | 'expired' | 'unknown' | null {
  if (!(error instanceof ApiProblem)) return null
  if (error.code === 'link_spent') return 'spent'
  if (error.code === 'link_expired') return 'expired'
  return error.status === 404 ? 'unknown' : null
}

interface Options {
  branding: PortalBranding
  root: HTMLElement
  /** Where the browser goes once there is a session; replaced in tests. */
  go?: (path: string) => void
}

/** Shows the login screen that fits the address, and leads through to a session. */
export function startLogin({ branding, root, go = (path) => location.replace(path) }: Options): void {
  const arrival = readArrival(branding.base_path, location)
  let timer = 0
  let isFirst = true

  const show = (title: string, ...content: (Node | null)[]): void => {
    clearInterval(timer)
    root.replaceChildren(card(branding, title, ...content))
    document.title = title === branding.portal_name ? title : `${title} · ${branding.portal_name}`
    // The first screen is where a page begins anyway; every later one is news.
    if (!isFirst) root.querySelector('h1')?.focus()
    isFirst = false
  }

  /** Runs a call with every button off, and puts the words for its failure on the screen. */
  const attempt = async (place: Element, call: () => Promise<void>): Promise<void> => {
    const buttons = root.querySelectorAll('button')
    for (const button of buttons) button.disabled = true
    try {
      await call()
    } catch (error) {
      complain(place, wordsFor(error))
    }
    for (const button of buttons) button.disabled = false
  }

  const enter = (outcome: LoginOutcome, target: string | null): void => {
    go(`${branding.base_path}${outcome.target ?? target ?? '/'}`)
  }

  const showForm = (target: string | null, message?: string): void => {
    const early = root.querySelector<HTMLInputElement>('#email')
    const wasTyping = early !== null && document.activeElement === early
    const asking = form(
      {
        id: 'email',
        label: t('login.email'),
        attributes: {
          type: 'email',
          autocomplete: 'email',
          inputmode: 'email',
          maxlength: '254',
          required: true,
        },
      },
      t('login.send'),
      (email, place) =>
        attempt(place, async () => {
          await requestLogin(branding.slug, email, target)
          showSent(t('login.sent', { email }), () => requestLogin(branding.slug, email, target), target)
        }),
      { method: 'post', action: `/api/portals/${branding.slug}/login` },
      element('input', { type: 'hidden', name: 'target', value: target ?? '' }),
    )
    show(
      branding.portal_name,
      paragraph(branding.description),
      message ? notice(message) : null,
      asking,
      paragraph(t('login.note'), 'login-note'),
    )
    const input = root.querySelector<HTMLInputElement>('#email')
    if (input && early) input.value = early.value
    if (wasTyping) input?.focus()
  }

  /** `again` sends the mail once more; where it is left out, nobody knows any longer to whom. */
  const showSent = (
    text: string,
    again: (() => Promise<unknown>) | null,
    target: string | null,
    message?: string,
  ): void => {
    const typing = form(
      {
        id: 'code',
        label: t('login.code'),
        attributes: {
          autocomplete: 'one-time-code',
          autocapitalize: 'characters',
          spellcheck: 'false',
          placeholder: 'ABC-DEF',
          required: true,
          maxlength: '11',
        },
      },
      t('login.enter'),
      (code, place) =>
        attempt(place, async () => {
          if (!isWholeCode(code)) return complain(place, t('login.codeShort'))
          try {
            enter(await redeemCode(code), target)
          } catch (error) {
            if (!(error instanceof ApiProblem && error.status < 429)) throw error
            complain(place, t('login.codeWrong'))
          }
        }),
    )
    const code = typing.querySelector('input')
    code?.addEventListener('input', () => {
      code.value = formatCode(code.value)
    })

    const resend = quietButton('', () =>
      attempt(typing, async () => {
        await again?.()
        countDown()
      }),
    )
    const countDown = (): void => {
      let left = resendSeconds
      const tick = (): void => {
        resend.ariaDisabled = String(left > 0)
        resend.textContent = left > 0 ? t('login.againIn', { seconds: left }) : t('login.again')
        if (left === 0) clearInterval(timer)
        left -= 1
      }
      clearInterval(timer)
      timer = window.setInterval(tick, 1_000)
      tick()
    }
    resend.addEventListener(
      'click',
      (event) => {
        if (resend.ariaDisabled === 'true') event.stopImmediatePropagation()
      },
      { capture: true },
    )

    show(
      t('login.sentTitle'),
      paragraph(text),
      typing,
      element(
        'div',
        { class: 'login-more' },
        again && resend,
        quietButton(t('login.otherAddress'), () => showForm(target)),
      ),
    )
    if (message) complain(typing, message)
    if (again) countDown()
  }

  const showLink = ({ token, target }: Extract<Arrival, { kind: 'link' }>): void => {
    const end = (state: 'spent' | 'expired' | 'unknown'): void => {
      if (state === 'unknown') showForm(target, t('login.unknownLink'))
      else if (state === 'spent') showOver(t('login.spentTitle'), t('login.spent'), token, target)
      else showOver(t('login.expiredTitle'), t('login.expired'), token, target)
    }
    const button = mainButton(t('login.continue'), () =>
      attempt(root, async () => {
        try {
          enter(await redeemLink(token), target)
        } catch (error) {
          const state = stateIn(error)
          if (state === null) throw error
          end(state)
        }
      }),
    )
    show(t('login.landingTitle'), paragraph(t('login.landing', { office: branding.office_name })), button)
    // Whoever presses sooner than the answer comes loses nothing.
    const isWaiting = (): boolean => button.isConnected && !button.disabled
    getLink(token).then(
      ({ state, masked_email }) => {
        if (!isWaiting()) return
        if (state === 'usable') button.textContent = t('login.continueAs', { address: masked_email })
        else end(state)
      },
      (error) => {
        if (isWaiting() && stateIn(error) === 'unknown') end('unknown')
      },
    )
  }

  const showOver = (title: string, text: string, token: string, target: string | null): void => {
    const button = mainButton(t('login.newLink'), () =>
      attempt(root, async () => {
        await renewLink(token)
        showSent(t('login.renewed'), () => renewLink(token), target)
      }),
    )
    show(
      title,
      paragraph(text),
      button,
      quietButton(t('login.otherAddress'), () => showForm(target)),
    )
  }

  if (arrival.kind === 'link') showLink(arrival)
  else if (arrival.kind === 'sent')
    showSent(t('login.told'), null, null, arrival.notice ? codeNoticeFor[arrival.notice]() : undefined)
  else showForm(arrival.target, arrival.notice ? noticeFor[arrival.notice]() : undefined)
}
