import type { Body, OfficeSettings } from '@sild/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, ifMatch, isProblem } from '../../../shell/api'
import { keys } from '../../../shell/query'

/** Changes settings from the newest that are known: at once on the screen, and back if they are refused. */
export function useUpdateOfficeSettings() {
  const queries = useQueryClient()
  const known = () => queries.getQueryData<OfficeSettings>(keys.settings)
  return useMutation({
    scope: { id: keys.settings.join('/') },
    mutationFn: (body: Body<'update_office_settings'>) =>
      answer(api.PATCH('/api/office/settings', { params: { header: ifMatch(known()?.version ?? 0) }, body })),
    onMutate: async ({ digitisation_is_on }) => {
      await queries.cancelQueries({ queryKey: keys.settings })
      const before = known()
      if (before !== undefined && typeof digitisation_is_on === 'boolean')
        queries.setQueryData(keys.settings, { ...before, digitisation_is_on })
      return before
    },
    onSuccess: (saved) => {
      queries.setQueryData(keys.settings, saved)
      // A task says when it reminds next, and whether its files can be digitised.
      void queries.invalidateQueries({ queryKey: [...keys.tasks, 'one'] })
    },
    onError: async (error, _, before) => {
      if (before !== undefined) queries.setQueryData(keys.settings, before)
      if (isProblem(error, 'version_mismatch')) await queries.invalidateQueries({ queryKey: keys.settings })
    },
  })
}
