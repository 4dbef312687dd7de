import type { PortalBranding } from '@sild/api'
import { ApiProblem } from '@sild/api/lean'
import { t } from '../../../shell/i18n.ts'
import { confirmEmail } from '../api/login.ts'
import { card, complain, mainButton, paragraph, wordsFor } from './screens.ts'

interface Options {
  branding: PortalBranding
  root: HTMLElement
  token: string
  /** Where the browser goes afterwards; replaced in tests. */
  go?: (path: string) => void
}

/** Shows the one button that makes an address count, to which a mail with a link was sent, and what came of it. */
export function startConfirmation({
  branding,
  root,
  token,
  go = (path) => location.replace(path),
}: Options): void {
  let isFirst = true

  const show = (title: string, text: string, button: HTMLButtonElement): void => {
    root.replaceChildren(card(branding, title, paragraph(text), button))
    document.title = `${title} · ${branding.portal_name}`
    // The first screen is where a page begins anyway; every later one is news.
    if (!isFirst) root.querySelector('h1')?.focus()
    isFirst = false
  }

  const end = (title: string, text: string): void =>
    show(
      title,
      text,
      mainButton(t('login.toPortal'), () => go(`${branding.base_path}/`)),
    )

  /** What an answer means that no second try changes; false where one may. */
  const endWith = (problem: ApiProblem): boolean => {
    const office = branding.office_name
    if (problem.code === 'link_spent') end(t('login.spentTitle'), t('login.emailSpent'))
    else if (problem.code === 'link_expired') end(t('login.expiredTitle'), t('login.emailExpired'))
    else if (problem.code === 'link_replaced') end(t('login.emailReplacedTitle'), t('login.emailReplaced'))
    else if (problem.code === 'address_taken')
      end(t('login.emailTakenTitle'), t('login.emailTaken', { office }))
    else if (problem.status === 404) end(t('login.emailUnknownTitle'), t('login.emailUnknown', { office }))
    else return false
    return true
  }

  const button = mainButton(t('login.emailConfirm'), async () => {
    button.disabled = true
    try {
      const { email } = await confirmEmail(token)
      end(t('login.emailConfirmedTitle'), t('login.emailConfirmed', { email }))
    } catch (error) {
      if (!(error instanceof ApiProblem && endWith(error))) complain(root, wordsFor(error))
    }
    button.disabled = false
  })
  show(t('login.emailTitle'), t('login.emailText', { office: branding.office_name }), button)
}
