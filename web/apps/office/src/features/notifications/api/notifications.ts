import type { OfficeNotification, OfficeSession } from '@sild/api'
import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../../shell/api'
import { keys } from '../../../shell/query'

type NotificationPage = { items: OfficeNotification[]; next: string | null }

/** What clients did, newest first, in pages. Asked for only while the panel is open. */
export function useNotifications(isEnabled: boolean) {
  return useInfiniteQuery({
    queryKey: keys.notifications,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/office/notifications', {
          params: { query: { limit: 20, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: isEnabled,
    staleTime: 0,
  })
}

/** Marks a notification and all older ones read; shown at once, and undone if the server refuses. */
export function useMarkRead() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (upTo: string) =>
      answer(api.POST('/api/office/notifications/read', { body: { up_to: upTo } })),
    onMutate: (upTo) => {
      queries.setQueryData(keys.notifications, (known: InfiniteData<NotificationPage> | undefined) =>
        known === undefined ? known : { ...known, pages: readUpTo(known.pages, upTo) },
      )
      const left = unreadIn(
        queries.getQueryData<InfiniteData<NotificationPage>>(keys.notifications)?.pages ?? [],
      )
      queries.setQueryData(keys.session, (known: OfficeSession | undefined) =>
        known === undefined ? known : { ...known, unread_notifications: left },
      )
    },
    onError: () => queries.invalidateQueries({ queryKey: keys.notifications }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.session }),
  })
}

/** The pages with the notification and everything after it (which is older) read. */
export function readUpTo(pages: NotificationPage[], upTo: string): NotificationPage[] {
  let isReached = false
  return pages.map((page) => ({
    ...page,
    items: page.items.map((item) => {
      isReached ||= item.id === upTo
      return isReached ? { ...item, is_read: true } : item
    }),
  }))
}

function unreadIn(pages: NotificationPage[]): number {
  return pages.flatMap((page) => page.items).filter(({ is_read }) => !is_read).length
}
