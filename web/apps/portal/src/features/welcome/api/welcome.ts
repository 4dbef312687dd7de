import { answer, type PortalSession } from '@sild/api'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../shell/api.ts'
import { keys } from '../../../shell/keys.ts'
import { mayPass } from '../../../shell/query.ts'

/** Remembers on the server that this person has seen or skipped the welcome (S12). */
export function useMarkWelcomeSeen(office: string) {
  const queries: QueryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      answer(
        // It arrives even where the page is left at once.
        api.POST('/api/portal/{office}/welcome-seen', {
          params: { path: { office } },
          body: {},
          keepalive: true,
        }),
      ),
    retry: (failures, error) => failures < 2 && mayPass(error),
    onMutate: () => {
      queries.setQueryData<PortalSession>(keys.session(office), (session) =>
        session ? { ...session, contact: { ...session.contact, welcome_seen: true } } : session,
      )
    },
  })
}
