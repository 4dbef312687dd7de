import type { LoginOutcome } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { isProblem } from '../../../shell/api'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Button } from '../../../ui/Button'
import { Notice } from '../../../ui/Notice'
import { getLink, redeemLink, renewLink } from '../api/auth'
import { AuthPage } from './AuthPage'

type LoginLinkProps = { token: string | null; onSignedIn: (outcome: LoginOutcome) => Promise<void> }

type State = { step: 'ready'; address?: string } | { step: 'spent' | 'expired' | 'unknown' | 'renewed' }

/** Where a mailed link lands. Nothing is spent until the person presses the button. */
export function LoginLink({ token, onSignedIn }: LoginLinkProps) {
  const [state, setState] = useState<State>({ step: token === null ? 'unknown' : 'ready' })
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  // A press that was sooner than the answer has decided already.
  useEffect(() => {
    if (token === null) return
    let isWanted = true
    const put = (next: State) => {
      if (isWanted) setState((state) => (state.step === 'ready' ? next : state))
    }
    getLink(token).then(
      ({ state, masked_email }) =>
        put(state === 'usable' ? { step: 'ready', address: masked_email } : { step: state }),
      (error) => {
        if (isProblem(error, 'not_found')) put({ step: 'unknown' })
      },
    )
    return () => {
      isWanted = false
    }
  }, [token])

  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setFailure(null)
    try {
      await work()
    } catch (error) {
      if (isProblem(error, 'link_spent')) setState({ step: 'spent' })
      else if (isProblem(error, 'link_expired')) setState({ step: 'expired' })
      else if (isProblem(error, 'not_found')) setState({ step: 'unknown' })
      else setFailure(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const toSignIn = <Link to="/sign-in">{t('auth.askAgain')}</Link>
  const notice = failure === null ? null : <Notice tone="bad">{failure}</Notice>

  if (token === null || state.step === 'unknown') {
    return <AuthPage title={t('auth.unknownLinkTitle')} text={t('auth.unknownLinkText')} foot={toSignIn} />
  }
  if (state.step === 'ready') {
    return (
      <AuthPage title={t('auth.landingTitle')} text={t('auth.landingText')}>
        {notice}
        <Button
          variant="primary"
          size="large"
          isWide
          isPending={isBusy}
          onPress={() => void run(async () => onSignedIn(await redeemLink(token)))}
        >
          {state.address ? t('auth.continueAs', { address: state.address }) : t('auth.continue')}
        </Button>
      </AuthPage>
    )
  }
  if (state.step === 'renewed') {
    return <AuthPage title={t('auth.inboxTitle')} text={t('auth.renewedText')} foot={toSignIn} />
  }
  return (
    <AuthPage
      title={state.step === 'spent' ? t('auth.spentTitle') : t('auth.expiredTitle')}
      text={t('auth.renewText')}
      foot={toSignIn}
    >
      {notice}
      <Button
        variant="primary"
        size="large"
        isWide
        isPending={isBusy}
        onPress={() =>
          void run(async () => {
            await renewLink(token)
            setState({ step: 'renewed' })
          })
        }
      >
        {t('auth.renew')}
      </Button>
    </AuthPage>
  )
}
