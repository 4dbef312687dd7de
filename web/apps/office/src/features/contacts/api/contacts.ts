import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { answer, api } from '../../../shell/api'
import { keys } from '../../../shell/query'
import type { ContactFilter } from '../model/filter'

/** Contacts by name, or those that match a search, in pages: one may hold few or none and still have a next one. */
export function useContactList({ search, archived }: ContactFilter) {
  return useInfiniteQuery({
    queryKey: keys.contactList({ search, archived }),
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/office/contacts', {
          params: {
            query: {
              limit: 100,
              ...(search ? { search } : {}),
              ...(archived ? { is_archived: true } : {}),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

/** A contact with those of their clients that the member works with. */
export function useContact(id: string) {
  return useQuery({
    queryKey: keys.contact(id),
    queryFn: () => answer(api.GET('/api/office/contacts/{contact}', { params: { path: { contact: id } } })),
  })
}
