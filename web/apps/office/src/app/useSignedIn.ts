import type { LoginOutcome } from '@sild/api'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { safeTarget } from '../features/auth/model/target'

/** What follows a spent link or code: a fresh cache, then the target that the link was for. */
export function useSignedIn(wished: string | null): (outcome: LoginOutcome) => Promise<void> {
  const queries = useQueryClient()
  const router = useRouter()
  return async (outcome) => {
    queries.clear()
    const target = safeTarget(outcome.target) ?? wished ?? '/inbox'
    if (outcome.kind === 'portal') {
      // A client's link that was opened on the office's address belongs to the portal.
      location.assign(`/p/${outcome.slug ?? ''}${outcome.target ?? ''}`)
      return
    }
    router.history.push(target)
  }
}
