import type { OfficeClient } from '@sild/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answer, api } from './api'
import { keys } from './query'

/** The members of the office, for choosing an assignee or who is responsible. */
export function useMembers() {
  const query = useQuery({
    queryKey: keys.members,
    queryFn: () => answer(api.GET('/api/office/members', { params: { query: { limit: 100 } } })),
    staleTime: 5 * 60_000,
  })
  return query.data?.items ?? []
}

/** Clients whose name, code or contacts begin with what is typed: the first twenty. */
export function useClientSearch(search: string, isEnabled = true) {
  const query = useQuery({
    queryKey: [...keys.clients, 'lookup', search],
    queryFn: () =>
      answer(
        api.GET('/api/office/clients', {
          params: { query: { limit: 20, ...(search === '' ? {} : { search }) } },
        }),
      ),
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  return query.data?.items ?? []
}

/** One client with its contacts; nothing while none is chosen. */
export function useClientCard(id: string | null) {
  return useQuery({
    queryKey: keys.client(id ?? ''),
    queryFn: () =>
      answer(api.GET('/api/office/clients/{client}', { params: { path: { client: id ?? '' } } })),
    enabled: id !== null,
  })
}

/** The names of the client's contacts who see in the portal what goes to the client. */
export function readerNames({ contacts }: Pick<OfficeClient, 'contacts'>): string[] {
  return contacts.filter(({ has_access }) => has_access).map(({ name }) => name)
}
