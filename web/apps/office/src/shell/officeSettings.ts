import type { ReminderRule } from '@sild/api'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from './api'
import { keys } from './query'

/** What holds for the whole office. */
export function useOfficeSettings() {
  return useQuery({
    queryKey: keys.settings,
    queryFn: () => answer(api.GET('/api/office/settings')),
    staleTime: 60_000,
  })
}

/** The rule that the office's settings have for reminders, null for none; undefined until it is known. */
export function useOfficeRule(): ReminderRule | null | undefined {
  const { data } = useOfficeSettings()
  return data && (data.reminders ?? null)
}

/** Whether files of clients may be sent to be digitised (S59); undefined until that is known. */
export function useDigitisationIsOn(): boolean | undefined {
  return useOfficeSettings().data?.digitisation_is_on
}
