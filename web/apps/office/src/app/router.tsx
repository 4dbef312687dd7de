import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router'
import * as v from 'valibot'
import { monthSchema } from '../features/audit/model/month'
import { clientFilterSchema } from '../features/clients/model/filter'
import { CLIENT_TABS } from '../features/clients/model/tabs'
import { contactFilterSchema } from '../features/contacts/model/filter'
import { ONLY } from '../features/tasks/model/only'
import { isProblem, OfflineError } from '../shell/api'
import { isFirst } from '../shell/first'
import { keepLanguage, startLanguage, withSeldom } from '../shell/i18n'
import { sessionQuery } from '../shell/session'
import { RootError, RouteError } from './RouteError'
import { InboxRoute } from './routes/InboxRoute'
import { OfficeRoute } from './routes/OfficeRoute'
import { RootWaiting, Waiting } from './Waiting'

/**
 * A screen whose code comes when it is first shown. Without a connection it says so: taken for a file that a newer build
 * has replaced, it would load the page anew and lose what is typed.
 */
const screen: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(async () => {
    // To send for all the files of a screen takes a slow processor a while: the press that asked for it is answered first.
    if (isDrawn()) await painted()
    return load().catch((error: unknown) => {
      throw navigator.onLine ? error : new OfflineError(error)
    })
  }, name)

/** Whether there is anything yet that can be pressed. */
const isDrawn = () => document.getElementById('app')?.hasChildNodes() === true && !isFirst()

/** How long a page that nobody looks at waits to be painted. */
const UNSEEN_MILLISECONDS = 100

function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, UNSEEN_MILLISECONDS)
  })
}

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  errorComponent: RootError,
  notFoundComponent: screen(() => import('./routes/NotFoundRoute'), 'NotFoundRoute'),
})

/** An address part that is wrong counts as left out: a mistyped address still opens the screen. */
const text = v.optional(v.fallback(v.optional(v.string()), undefined))

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: v.object({
    step: v.optional(v.fallback(v.optional(v.literal('code')), undefined)),
    to: text,
  }),
  component: screen(() => import('./routes/SignInRoute'), 'SignInRoute'),
  pendingComponent: RootWaiting,
})

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: v.object({ step: v.optional(v.fallback(v.optional(v.literal('sent')), undefined)) }),
  component: screen(() => import('./routes/SignUpRoute'), 'SignUpRoute'),
  pendingComponent: RootWaiting,
})

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  component: screen(() => import('./routes/LoginRoute'), 'LoginRoute'),
  pendingComponent: RootWaiting,
})

/** Everything behind the sign-in. Without a session it leads there, and back afterwards. */
const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  beforeLoad: async ({ context, location }) => {
    try {
      const session = await context.queries.ensureQueryData(sessionQuery)
      const { language } = session.member
      await startLanguage(language, session.office.time_zone)
      keepLanguage(language)
      return { session }
    } catch (error) {
      if (!isProblem(error) || error.status !== 401) throw error
      const isHome = location.pathname === '/'
      throw redirect({ to: '/sign-in', search: isHome ? {} : { to: location.href } })
    }
  },
  component: OfficeRoute,
  errorComponent: RootError,
  pendingComponent: RootWaiting,
})

const home = createRoute({
  getParentRoute: () => office,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox', replace: true })
  },
})

const inbox = createRoute({
  getParentRoute: () => office,
  path: '/inbox',
  component: InboxRoute,
})

const overview = createRoute({
  getParentRoute: () => office,
  path: '/overview',
  component: screen(() => withSeldom(import('./routes/OverviewRoute')), 'OverviewRoute'),
})

const tasks = createRoute({
  getParentRoute: () => office,
  path: '/tasks',
  validateSearch: v.object({
    state: v.optional(v.fallback(v.optional(v.picklist(['open', 'completed'])), undefined)),
    client: text,
    only: v.optional(v.fallback(v.optional(v.picklist(ONLY)), undefined)),
  }),
  component: screen(() => import('./routes/TasksRoute'), 'TasksRoute'),
})

const task = createRoute({
  getParentRoute: () => office,
  path: '/tasks/$task',
  component: screen(() => import('./routes/TaskRoute'), 'TaskRoute'),
})

const requests = createRoute({
  getParentRoute: () => office,
  path: '/requests',
  validateSearch: v.object({
    state: v.optional(v.fallback(v.optional(v.picklist(['open', 'finished'])), undefined)),
    client: text,
  }),
  component: screen(() => import('./routes/RequestsRoute'), 'RequestsRoute'),
})

const request = createRoute({
  getParentRoute: () => office,
  path: '/requests/$request',
  component: screen(() => import('./routes/RequestRoute'), 'RequestRoute'),
})

const clients = createRoute({
  getParentRoute: () => office,
  path: '/clients',
  validateSearch: clientFilterSchema,
  component: screen(() => import('./routes/ClientsRoute'), 'ClientsRoute'),
})

const client = createRoute({
  getParentRoute: () => office,
  path: '/clients/$client',
  validateSearch: v.object({
    tab: v.optional(v.fallback(v.optional(v.picklist(CLIENT_TABS)), undefined)),
    state: v.optional(v.fallback(v.optional(v.picklist(['open', 'completed'])), undefined)),
  }),
  component: screen(() => import('./routes/ClientRoute'), 'ClientRoute'),
})

const newImport = createRoute({
  getParentRoute: () => office,
  path: '/clients/import',
  component: screen(() => import('./routes/NewImportRoute'), 'NewImportRoute'),
})

const oneImport = createRoute({
  getParentRoute: () => office,
  path: '/clients/import/$import',
  component: screen(() => import('./routes/ImportRoute'), 'ImportRoute'),
})

const contacts = createRoute({
  getParentRoute: () => office,
  path: '/contacts',
  validateSearch: contactFilterSchema,
  component: screen(() => import('./routes/ContactsRoute'), 'ContactsRoute'),
})

const contact = createRoute({
  getParentRoute: () => office,
  path: '/contacts/$contact',
  component: screen(() => import('./routes/ContactRoute'), 'ContactRoute'),
})

const seriesList = createRoute({
  getParentRoute: () => office,
  path: '/series',
  component: screen(() => import('./routes/SeriesListRoute'), 'SeriesListRoute'),
})

const newSeries = createRoute({
  getParentRoute: () => office,
  path: '/series/new',
  validateSearch: v.object({ client: text, task: text }),
  component: screen(() => import('./routes/NewSeriesRoute'), 'NewSeriesRoute'),
})

const series = createRoute({
  getParentRoute: () => office,
  path: '/series/$series',
  validateSearch: v.object({ edit: v.optional(v.fallback(v.optional(v.boolean()), undefined)) }),
  component: screen(() => import('./routes/SeriesRoute'), 'SeriesRoute'),
})

const portal = createRoute({
  getParentRoute: () => office,
  path: '/settings/portal',
  component: screen(() => withSeldom(import('./routes/PortalSettingsRoute')), 'PortalSettingsRoute'),
})

const portalTemplates = createRoute({
  getParentRoute: () => office,
  path: '/settings/portal/templates',
  component: screen(() => withSeldom(import('./routes/PortalTemplatesRoute')), 'PortalTemplatesRoute'),
})

const members = createRoute({
  getParentRoute: () => office,
  path: '/settings/members',
  validateSearch: v.object({ inactive: v.optional(v.fallback(v.optional(v.literal(true)), undefined)) }),
  component: screen(() => withSeldom(import('./routes/MembersRoute')), 'MembersRoute'),
})

const officeSettings = createRoute({
  getParentRoute: () => office,
  path: '/settings/office',
  component: screen(() => withSeldom(import('./routes/OfficeSettingsRoute')), 'OfficeSettingsRoute'),
})

const audit = createRoute({
  getParentRoute: () => office,
  path: '/settings/audit',
  validateSearch: v.object({
    month: v.optional(v.fallback(v.optional(monthSchema), undefined)),
    who: text,
    what: text,
  }),
  component: screen(() => withSeldom(import('./routes/AuditRoute')), 'AuditRoute'),
})

const account = createRoute({
  getParentRoute: () => office,
  path: '/account',
  component: screen(() => withSeldom(import('./routes/AccountRoute')), 'AccountRoute'),
})

const routes = root.addChildren([
  signIn,
  signUp,
  login,
  office.addChildren([
    home,
    inbox,
    overview,
    tasks,
    task,
    requests,
    request,
    clients,
    client,
    newImport,
    oneImport,
    contacts,
    contact,
    seriesList,
    newSeries,
    series,
    portal,
    portalTemplates,
    members,
    officeSettings,
    audit,
    account,
  ]),
])

/** The routes of the app. Each screen is a chunk of its own, fetched when its link is hovered or focused. */
export function createAppRouter(queries: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree: routes,
    context: { queries },
    defaultPreload: 'intent',
    defaultErrorComponent: RouteError,
    // Code that is slow is waited for with something to see, for no longer than it takes.
    defaultPendingComponent: Waiting,
    defaultPendingMs: 200,
    defaultPendingMinMs: 0,
    ...(history ? { history } : {}),
  })
}

/** The router with the routes of the app. */
export type AppRouter = ReturnType<typeof createAppRouter>

/** Leads whoever is signed out to the sign-in, and back to where they were afterwards. */
export function signInAgain(router: AppRouter): void {
  // Several answers may say so at once.
  if (router.latestLocation.pathname === '/sign-in') return
  router.options.context.queries.clear()
  void router.navigate({ to: '/sign-in', search: { to: router.state.location.href } })
}

/** Fetches, while the texts come, what the address shows: the code of its screen, and who is signed in. */
export function fetchFirst(router: AppRouter): void {
  const shown: { routeId: string }[] = router.matchRoutes(router.latestLocation)
  // A screen that cannot be fetched is tried again, and told of, when it is to be shown.
  for (const route of Object.values(router.routesById)) {
    const isShown = shown.some(({ routeId }) => routeId === route.id)
    if (isShown) router.loadRouteChunk(route)?.catch(() => undefined)
  }
  if (shown.some(({ routeId }) => routeId === office.id)) {
    void router.options.context.queries.prefetchQuery(sessionQuery)
  }
}

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
  interface HistoryState {
    /** The address that a login mail was sent to: kept out of the address bar. */
    sentTo?: string
    /** Whoever comes to a task or request wants to answer the client there. */
    isReplying?: boolean
  }
}
