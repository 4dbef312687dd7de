import { getRouteApi, useLocation } from '@tanstack/react-router'
import { SignUp } from '../../features/auth/ui/SignUp'

const route = getRouteApi('/sign-up')

/** `/sign-up`: founds an office; with `step=sent`, what to do until the mail comes. */
export function SignUpRoute() {
  const { step } = route.useSearch()
  const navigate = route.useNavigate()
  const sentTo = useLocation({ select: ({ state }) => state.sentTo })
  return (
    <SignUp
      sentTo={step === 'sent' ? (sentTo ?? null) : null}
      onSent={(email) => void navigate({ search: { step: 'sent' }, state: { sentTo: email } })}
    />
  )
}
