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
