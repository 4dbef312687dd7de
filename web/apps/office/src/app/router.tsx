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
import { isProblem } from '../shell/api'
import { keepLanguage, startLanguage, withSeldom } from '../shell/i18n'
import { sessionQuery } from '../shell/session'
import { RootError, RouteError } from './RouteError'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  errorComponent: RootError,
  notFoundComponent: lazyRouteComponent(() => import('./routes/NotFoundRoute'), 'NotFoundRoute'),
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
  component: lazyRouteComponent(() => import('./routes/SignInRoute'), 'SignInRoute'),
})

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: v.object({ step: v.optional(v.fallback(v.optional(v.literal('sent')), undefined)) }),
  component: lazyRouteComponent(() => import('./routes/SignUpRoute'), 'SignUpRoute'),
})

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  component: lazyRouteComponent(() => import('./routes/LoginRoute'), 'LoginRoute'),
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
  component: lazyRouteComponent(() => import('./routes/OfficeRoute'), 'OfficeRoute'),
  errorComponent: RootError,
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
  component: lazyRouteComponent(() => import('./routes/InboxRoute'), 'InboxRoute'),
})

const overview = createRoute({
  getParentRoute: () => office,
  path: '/overview',
  component: lazyRouteComponent(() => withSeldom(import('./routes/OverviewRoute')), 'OverviewRoute'),
})

const tasks = createRoute({
  getParentRoute: () => office,
  path: '/tasks',
  validateSearch: v.object({
    state: v.optional(v.fallback(v.optional(v.picklist(['open', 'completed'])), undefined)),
    client: text,
  }),
  component: lazyRouteComponent(() => import('./routes/TasksRoute'), 'TasksRoute'),
})

const task = createRoute({
  getParentRoute: () => office,
  path: '/tasks/$task',
  component: lazyRouteComponent(() => import('./routes/TaskRoute'), 'TaskRoute'),
})

const requests = createRoute({
  getParentRoute: () => office,
  path: '/requests',
  validateSearch: v.object({
    state: v.optional(v.fallback(v.optional(v.picklist(['open', 'finished'])), undefined)),
    client: text,
  }),
  component: lazyRouteComponent(() => import('./routes/RequestsRoute'), 'RequestsRoute'),
})

const request = createRoute({
  getParentRoute: () => office,
  path: '/requests/$request',
  component: lazyRouteComponent(() => import('./routes/RequestRoute'), 'RequestRoute'),
})

const clients = createRoute({
  getParentRoute: () => office,
  path: '/clients',
  validateSearch: clientFilterSchema,
  component: lazyRouteComponent(() => import('./routes/ClientsRoute'), 'ClientsRoute'),
})

const client = createRoute({
  getParentRoute: () => office,
  path: '/clients/$client',
  validateSearch: v.object({
    tab: v.optional(v.fallback(v.optional(v.picklist(CLIENT_TABS)), undefined)),
    state: v.optional(v.fallback(v.optional(v.picklist(['open', 'completed'])), undefined)),
  }),
  component: lazyRouteComponent(() => import('./routes/ClientRoute'), 'ClientRoute'),
})

const newImport = createRoute({
  getParentRoute: () => office,
  path: '/clients/import',
  component: lazyRouteComponent(() => import('./routes/NewImportRoute'), 'NewImportRoute'),
})

const oneImport = createRoute({
  getParentRoute: () => office,
  path: '/clients/import/$import',
  component: lazyRouteComponent(() => import('./routes/ImportRoute'), 'ImportRoute'),
})

const contacts = createRoute({
  getParentRoute: () => office,
  path: '/contacts',
  validateSearch: contactFilterSchema,
  component: lazyRouteComponent(() => import('./routes/ContactsRoute'), 'ContactsRoute'),
})

const contact = createRoute({
  getParentRoute: () => office,
  path: '/contacts/$contact',
  component: lazyRouteComponent(() => import('./routes/ContactRoute'), 'ContactRoute'),
})

const seriesList = createRoute({
  getParentRoute: () => office,
  path: '/series',
  component: lazyRouteComponent(() => import('./routes/SeriesListRoute'), 'SeriesListRoute'),
})

const newSeries = createRoute({
  getParentRoute: () => office,
  path: '/series/new',
  validateSearch: v.object({ client: text }),
  component: lazyRouteComponent(() => import('./routes/NewSeriesRoute'), 'NewSeriesRoute'),
})

const series = createRoute({
  getParentRoute: () => office,
  path: '/series/$series',
  validateSearch: v.object({ edit: v.optional(v.fallback(v.optional(v.boolean()), undefined)) }),
  component: lazyRouteComponent(() => import('./routes/SeriesRoute'), 'SeriesRoute'),
})

const portal = createRoute({
  getParentRoute: () => office,
  path: '/settings/portal',
  component: lazyRouteComponent(
    () => withSeldom(import('./routes/PortalSettingsRoute')),
    'PortalSettingsRoute',
  ),
})

const portalTemplates = createRoute({
  getParentRoute: () => office,
  path: '/settings/portal/templates',
  component: lazyRouteComponent(
    () => withSeldom(import('./routes/PortalTemplatesRoute')),
    'PortalTemplatesRoute',
  ),
})

const members = createRoute({
  getParentRoute: () => office,
  path: '/settings/members',
  validateSearch: v.object({ inactive: v.optional(v.fallback(v.optional(v.literal(true)), undefined)) }),
  component: lazyRouteComponent(() => withSeldom(import('./routes/MembersRoute')), 'MembersRoute'),
})

const officeSettings = createRoute({
  getParentRoute: () => office,
  path: '/settings/office',
  component: lazyRouteComponent(
    () => withSeldom(import('./routes/OfficeSettingsRoute')),
    'OfficeSettingsRoute',
  ),
})

const audit = createRoute({
  getParentRoute: () => office,
  path: '/settings/audit',
  validateSearch: v.object({
    month: v.optional(v.fallback(v.optional(monthSchema), undefined)),
    who: text,
    what: text,
  }),
  component: lazyRouteComponent(() => withSeldom(import('./routes/AuditRoute')), 'AuditRoute'),
})

const account = createRoute({
  getParentRoute: () => office,
  path: '/account',
  component: lazyRouteComponent(() => withSeldom(import('./routes/AccountRoute')), 'AccountRoute'),
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
    ...(history ? { history } : {}),
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
  interface HistoryState {
    /** The address that a login mail was sent to: kept out of the address bar. */
    sentTo?: string
    /** Whoever comes to a task or request wants to answer the client there. */
    isReplying?: boolean
  }
}
