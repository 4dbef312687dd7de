import type { OfficeLogin } from '@sild/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api, isProblem } from '../../../shell/api'
import { keys } from '../../../shell/query'

/** Where the person is signed in, the newest first. */
export function useLogins() {
  return useQuery({
    queryKey: keys.logins,
    queryFn: async () => (await answer(api.GET('/api/office/sessions'))).items,
  })
}

/** Signs out somewhere else; where nobody is signed in any more is fine too. */
export function useEndLogin() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (session: string) => {
      try {
        await answer(api.DELETE('/api/office/sessions/{session}', { params: { path: { session } } }))
      } catch (error) {
        if (!isProblem(error, 'not_found')) throw error
      }
    },
    onSuccess: (_, session) => {
      queries.setQueryData(keys.logins, (known: OfficeLogin[] | undefined) =>
        known?.filter(({ id }) => id !== session),
      )
      void queries.invalidateQueries({ queryKey: keys.logins })
    },
  })
}
