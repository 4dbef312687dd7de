import type { Body, OfficeSession, Profile } from '@sild/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api, ifMatch, isProblem } from '../../../shell/api'
import { keys } from '../../../shell/query'

/** The person as they see themselves. */
export function useOwnProfile() {
  return useQuery({
    queryKey: keys.profile,
    queryFn: () => answer(api.GET('/api/office/profile')),
  })
}

/** Changes name or language as they were read; what shows who is signed in follows. */
export function useUpdateOwnProfile() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body, version }: { body: Body<'update_own_profile'>; version: number }) =>
      answer(api.PATCH('/api/office/profile', { params: { header: ifMatch(version) }, body })),
    onSuccess: (profile: Profile) => {
      queries.setQueryData(keys.profile, profile)
      queries.setQueryData(keys.session, (known: OfficeSession | undefined) =>
        known === undefined
          ? known
          : { ...known, member: { ...known.member, name: profile.name, language: profile.language } },
      )
      void queries.invalidateQueries({ queryKey: keys.members })
    },
    onError: (error) => {
      if (isProblem(error, 'version_mismatch')) void queries.invalidateQueries({ queryKey: keys.profile })
    },
  })
}
