import type { NotificationSettings } from '@sild/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api, ifMatch, isProblem } from '../../../shell/api'
import { keys } from '../../../shell/query'
import { type Flip, flipped } from '../model/kinds'

const KEY = keys.notificationSettings

/** What the person is told of, and how. */
export function useNotificationSettings() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => answer(api.GET('/api/office/notification-settings')),
  })
}

/**
 * Flips a switch at once. Several wait for each other, so that each is sent with the version that the one before it
 * made; one that is refused goes back.
 */
export function useFlipSwitch() {
  const queries = useQueryClient()
  const known = () => queries.getQueryData<NotificationSettings>(KEY)
  return useMutation({
    mutationKey: KEY,
    scope: { id: KEY.join('/') },
    mutationFn: ({ kind, way, isOn }: Flip) =>
      answer(
        api.PATCH('/api/office/notification-settings', {
          params: { header: ifMatch(known()?.version ?? 0) },
          body: { [kind]: { [way]: isOn } },
        }),
      ),
    onMutate: async (flip) => {
      await queries.cancelQueries({ queryKey: KEY })
      const before = known()
      if (before !== undefined) queries.setQueryData(KEY, flipped(before, flip))
    },
    onSuccess: (saved) => {
      const isLast = queries.isMutating({ mutationKey: KEY }) === 1
      const before = known()
      queries.setQueryData(
        KEY,
        isLast || before === undefined ? saved : { ...before, version: saved.version },
      )
    },
    onError: async (error, flip) => {
      const now = known()
      if (now !== undefined) queries.setQueryData(KEY, flipped(now, { ...flip, isOn: !flip.isOn }))
      if (isProblem(error, 'version_mismatch')) await queries.invalidateQueries({ queryKey: KEY })
    },
  })
}
