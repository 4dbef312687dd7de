import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { readFragment } from '../../features/auth/model/target'
import { LoginLink } from '../../features/auth/ui/LoginLink'
import { sessionQuery } from '../../shell/session'
import { useSignedIn } from '../useSignedIn'

/** `/login#t=…&to=…`: where a mailed link lands. Whoever is signed in already goes on, and the link stays unspent. */
export function LoginRoute() {
  const fragment = useLocation({ select: ({ hash }) => hash })
  const { token, target } = readFragment(fragment)
  const queries = useQueryClient()
  const router = useRouter()
  const onSignedIn = useSignedIn(target)

  useEffect(() => {
    let isLeft = false
    queries.fetchQuery({ ...sessionQuery, retry: false }).then(
      () => {
        if (!isLeft) router.history.replace(target ?? '/tasks')
      },
      // Nobody is signed in, or nobody can tell: the button below decides.
      () => undefined,
    )
    return () => {
      isLeft = true
    }
  }, [queries, router, target])

  return <LoginLink key={token} token={token} onSignedIn={onSignedIn} />
}
