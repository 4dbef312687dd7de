import { mock } from '@sild/api/testing'
import { setupServer } from 'msw/node'
import * as office from './demo/data'
import { clientFiles } from './demo/files'
import * as own from './demo/own'
import * as people from './demo/people'
import * as work from './demo/work'

const demo = { ...office, ...own, ...people, ...work }

/** The API as tests see it: the demo office, unless a test says otherwise with `api.use(mock(…))`. */
export const api = setupServer(
  mock('get', '/api/office/session', () => demo.session),
  mock('get', '/api/office/members', () => ({ items: demo.members, next: null })),
  mock('get', '/api/office/profile', () => demo.profile),
  mock('get', '/api/office/notification-settings', () => demo.switches),
  mock('get', '/api/office/sessions', () => ({ items: demo.logins })),
  mock('get', '/api/office/audit', () => ({ items: demo.trail, next: null })),
  mock('get', '/api/office/notifications', () => ({ items: demo.notifications, next: null })),
  mock('get', '/api/office/portal', () => demo.portal),
  mock('get', '/api/office/templates', () => ({ items: demo.templates, next: null })),
  mock('get', '/api/office/portal/name-check', ({ query }) => ({
    slug: query.get('name'),
    is_available: true,
    reason: null,
  })),
  mock('get', '/api/office/clients', () => ({ items: demo.clients.slice(0, 12), next: null })),
  mock('get', '/api/office/clients/{client}', () => demo.client),
  mock('get', '/api/office/clients/{client}/files', () => ({ items: clientFiles, next: null })),
  mock('get', '/api/office/contacts', () => ({ items: demo.contactCards, next: null })),
  mock('get', '/api/office/contacts/{contact}', () => demo.contactCard()),
  mock('get', '/api/office/tasks', () => ({ items: demo.tasks, next: null })),
  mock('get', '/api/office/tasks/{task}', () => demo.task()),
  mock('post', '/api/office/tasks/{task}/seen', () => null),
  mock('get', '/api/office/settings', () => demo.settings),
  mock('get', '/api/office/requests', () => ({ items: [demo.request()], next: null })),
  mock('get', '/api/office/requests/{request}', () => demo.request()),
  mock('get', '/api/office/series', () => ({ items: demo.seriesList(), next: null })),
  mock('get', '/api/office/series/{series}', () => demo.series()),
  mock('post', '/api/office/series/preview', () => ({ next_dates: demo.nextDates })),
  mock('post', '/api/office/bulk-openings/preview', () => demo.bulkPreview),
)
