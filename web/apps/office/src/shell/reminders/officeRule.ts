import type { ReminderRule } from '@sild/api'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api'
import { keys } from '../query'

/** The rule that the office's settings have for reminders, null for none; undefined until it is known. */
export function useOfficeRule(): ReminderRule | null | undefined {
  const settings = useQuery({
    queryKey: keys.settings,
    queryFn: () => answer(api.GET('/api/office/settings')),
    staleTime: 5 * 60_000,
  })
  return settings.data && (settings.data.reminders ?? null)
}
