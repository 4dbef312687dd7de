import { ApiProblem } from '@sild/api'
import { onlineManager, QueryCache, QueryClient } from '@tanstack/react-query'
import { whenSignedOut } from './api'

/** Called when the server says that nobody is signed in any more. */
type OnSignedOut = () => void

/** The cache of what the server said. It starts empty for each person: sign-out clears it. */
export function createQueries(onSignedOut: OnSignedOut): QueryClient {
  whenSignedOut(onSignedOut)
  // It hears of changes only, and a page may begin without a connection.
  onlineManager.setOnline(navigator.onLine)
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // The first time it is the router's question, which leads to the sign-in itself.
        const isKnown = query.queryKey[1] === 'session' && query.state.data !== undefined
        if (isKnown && error instanceof ApiProblem && error.status === 401) onSignedOut()
      },
    }),
    defaultOptions: {
      queries: {
        // Without a connection a screen says so, in place of waiting for one without a word, and comes with it.
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 20_000,
        gcTime: 30 * 60_000,
        // An answer that names a problem will be the same next time; only a fault or a lost line is tried again.
        retry: (failures, error) =>
          failures < 2 && navigator.onLine && !(error instanceof ApiProblem && error.status < 500),
        retryDelay: (attempt) => 500 * 2 ** attempt,
      },
      // What cannot be sent is told at once; nothing leaves by itself when nobody looks any more.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/**
 * A list is looked at again each minute while one answer holds all of it that is shown. One of many pages would be asked for as
 * often; it follows when somebody comes back to it.
 */
export function eachMinuteWhileShort({ state }: { state: { data?: { pages: unknown[] } | undefined } }) {
  return (state.data?.pages.length ?? 0) > 1 ? false : 60_000
}

/** The keys of the cache: all begin with the app, then what they are about. */
export const keys = {
  all: ['office'] as const,
  session: ['office', 'session'] as const,
  members: ['office', 'members'] as const,
  memberList: ['office', 'members', 'list'] as const,
  settings: ['office', 'settings'] as const,
  profile: ['office', 'profile'] as const,
  logins: ['office', 'logins'] as const,
  notificationSettings: ['office', 'notification-settings'] as const,
  audit: (month: string) => ['office', 'audit', month] as const,
  portal: ['office', 'portal'] as const,
  templates: ['office', 'templates'] as const,
  clients: ['office', 'clients'] as const,
  clientList: (filter: object) => ['office', 'clients', 'list', filter] as const,
  client: (id: string) => ['office', 'clients', 'one', id] as const,
  clientFiles: (id: string) => ['office', 'clients', 'files', id] as const,
  contacts: ['office', 'contacts'] as const,
  contactList: (filter: object) => ['office', 'contacts', 'list', filter] as const,
  contact: (id: string) => ['office', 'contacts', 'one', id] as const,
  tasks: ['office', 'tasks'] as const,
  taskList: (filter: object) => ['office', 'tasks', 'list', filter] as const,
  task: (id: string) => ['office', 'tasks', 'one', id] as const,
  requests: ['office', 'requests'] as const,
  requestList: (filter: object) => ['office', 'requests', 'list', filter] as const,
  request: (id: string) => ['office', 'requests', 'one', id] as const,
  series: ['office', 'series'] as const,
  seriesList: (client: string | null) => ['office', 'series', 'list', client] as const,
  seriesOne: (id: string) => ['office', 'series', 'one', id] as const,
  notifications: ['office', 'notifications'] as const,
  overview: ['office', 'overview'] as const,
}
