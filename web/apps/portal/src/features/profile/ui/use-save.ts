import type { Body, PortalProfile } from '@sild/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCurrent } from '../../../shell/session.tsx'
import { profileQuery, saveProfile } from '../api/profile.ts'
import { savePart } from '../model/overtaken.ts'

interface Saving<V> {
  profile: PortalProfile
  part: (of: PortalProfile) => V
  bodyOf: (value: V) => Body<'update_portal_profile'>
  /** Called with what was saved, also when somebody has gone to another screen meanwhile. */
  onSaved?: (value: V) => void
}

/** Saves a part of the profile, one change after another. */
export function useSave<V>({ profile, part, bodyOf, onSaved }: Saving<V>) {
  const { branding } = useCurrent()
  const office = branding.office_id
  const queries = useQueryClient()
  const query = profileQuery(office)
  return useMutation({
    scope: { id: 'profile' },
    mutationFn: ({ from, to }: { from: V; to: V }) =>
      savePart({
        known: queries.getQueryData(query.queryKey) ?? profile,
        part,
        from,
        to,
        save: (version) => saveProfile(office, version, bodyOf(to)),
        reload: () => queries.fetchQuery(query),
      }),
    onSuccess: (saved, { to }) => {
      queries.setQueryData(query.queryKey, saved)
      onSaved?.(to)
    },
  })
}
