import { getRouteApi, useLocation } from '@tanstack/react-router'
import { safeTarget } from '../../features/auth/model/target'
import { SignIn } from '../../features/auth/ui/SignIn'
import { useSignedIn } from '../useSignedIn'

const route = getRouteApi('/sign-in')

/** `/sign-in`: the e-mail field; with `step=code`, what to do until the mail comes. */
export function SignInRoute() {
  const { step, to } = route.useSearch()
  const navigate = route.useNavigate()
  const sentTo = useLocation({ select: ({ state }) => state.sentTo })
  const target = safeTarget(to)
  const onSignedIn = useSignedIn(target)
  return (
    <SignIn
      key={step ?? 'email'}
      sentTo={step === 'code' ? (sentTo ?? null) : null}
      target={target}
      onSent={(email) =>
        void navigate({ search: (known) => ({ ...known, step: 'code' }), state: { sentTo: email } })
      }
      onSignedIn={onSignedIn}
    />
  )
}
