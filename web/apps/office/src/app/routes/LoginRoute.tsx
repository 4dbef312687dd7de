import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { readFragment } from '../../features/auth/model/target'
import { LoginLink } from '../../features/auth/ui/LoginLink'
import { sessionQuery } from '../../shell/session'
import { useSignedIn } from '../useSignedIn'

/** `/login#t=…&to=…`: where a mailed link lands. Whoever is signed in already goes on, and the link stays unspent. */
export function LoginRoute() {
  const hash = useLocation({ select: (location) => location.hash })
  // Read once: the address is another one already while this screen gives way to the next.
  const [{ token, target }] = useState(() => readFragment(hash))
  const queries = useQueryClient()
  const router = useRouter()
  const onSignedIn = useSignedIn(target)

  useEffect(() => {
    let isLeft = false
    queries.fetchQuery({ ...sessionQuery, retry: false }).then(
      () => {
        if (!isLeft) router.history.replace(target ?? '/inbox')
      },
      // Nobody is signed in, or nobody can tell: the button below decides.
      () => undefined,
    )
    return () => {
      isLeft = true
    }
  }, [queries, router, target])

  return <LoginLink token={token} onSignedIn={onSignedIn} />
}
