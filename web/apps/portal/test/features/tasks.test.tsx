import { mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { bakery, cafe, demoDone, demoSession, demoSummary, demoTasks, today } from '../../demo/demo.ts'
import { groupOf, groupTasks } from '../../src/features/tasks/model/groups.ts'
import { renderApp } from '../render-app.tsx'
import { server } from '../server.ts'

const path = `/c/${bakery.id}/tasks`
const list = '/api/portal/{office}/clients/{client}/tasks'

test('S13: the sample is the first, then overdue, the next days, later and without a date', async () => {
  renderApp(path)
  const headings = await screen.findAllByRole('heading', { level: 2 })
  expect(headings.map((heading) => heading.textContent)).toEqual([
    'Start here1',
    'Overdue1',
    'Next 7 days2',
    'Later1',
    'No date1',
    'Done',
  ])
})

test('a row says all that it shows', async () => {
  renderApp(path)
  const row = await screen.findByRole('link', { name: /Documents for the VAT return/ })
  expect(row.getAttribute('href')).toBe(`${path}/${demoTasks[2]?.id}`)
  for (const words of ['Due Thu 5 Mar', '2 of 5 entries of the checklist done', '4 files', '3 messages']) {
    expect(row.textContent).toContain(words)
  }
})

test('S31 S40: unread and overdue are said and not only shown', async () => {
  renderApp(path)
  const row = await screen.findByRole('link', { name: /^New: *Sign the annual report/ })
  expect(within(row).getByText('Overdue by 3 days')).toBeTruthy()
  expect(row.querySelectorAll('svg').length).toBeGreaterThan(0)
  expect(screen.getByRole('link', { name: /^Documents for the VAT return/ })).toBeTruthy()
})

test('nothing to do is said with what will come', async () => {
  renderApp(path, { tasks: { items: [], next: null } })
  expect(await screen.findByText('Nothing waits for you')).toBeTruthy()
})

test('a list that cannot be loaded can be tried again', async () => {
  let tries = 0
  server.use(
    mock('get', list, () => {
      tries += 1
      return tries === 1 ? problem(403, 'role_required') : { items: demoTasks, next: null }
    }),
  )
  const { user } = renderApp(path, { client: null, tasks: null })
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('link', { name: /Documents for the VAT return/ })).toBeTruthy()
})

test('what is done is asked for only when it is unfolded', async () => {
  const states: (string | null)[] = []
  server.use(
    mock('get', list, ({ query }) => {
      states.push(query.get('state'))
      return { items: demoDone, next: null }
    }),
  )
  const { user } = renderApp(path)
  const fold = await screen.findByRole('button', { name: 'Done' })
  expect(fold.getAttribute('aria-expanded')).toBe('false')
  expect(states).toEqual([])
  await user.click(fold)
  const done = await screen.findByRole('link', { name: /Bank statement for January/ })
  expect(done.textContent).toContain('Done')
  expect(screen.getByRole('link', { name: /Working hours for January/ }).textContent).toContain('Completed')
  expect(states).toEqual(['done'])
})

test('nothing done yet is said', async () => {
  server.use(mock('get', list, () => ({ items: [], next: null })))
  const { user } = renderApp(path)
  await user.click(await screen.findByRole('button', { name: 'Done' }))
  expect(await screen.findByText('What you finish is kept here.')).toBeTruthy()
})

test('more than a page comes on asking', async () => {
  const cursors: (string | null)[] = []
  server.use(
    mock('get', list, ({ query }) => {
      cursors.push(query.get('cursor'))
      return { items: [demoSummary({ id: 'tsk_more', title: 'The fifty-first' })], next: null }
    }),
  )
  const { user } = renderApp(path, { tasks: { items: demoTasks, next: 'page-2' } })
  await user.click(await screen.findByRole('button', { name: 'Show more' }))
  expect(await screen.findByRole('link', { name: /The fifty-first/ })).toBeTruthy()
  expect(cursors).toEqual(['page-2'])
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull())
})

test('another company has a list of its own', async () => {
  server.use(
    mock('get', list, ({ params }) => {
      expect(params.client).toBe(cafe.id)
      return { items: [demoSummary({ id: 'tsk_cafe', title: 'The till of the café' })], next: null }
    }),
  )
  renderApp(`/c/${cafe.id}/tasks`)
  expect(await screen.findByRole('link', { name: /The till of the café/ })).toBeTruthy()
  expect(screen.queryByText('Documents for the VAT return')).toBeNull()
})

test('groups follow the date: what is near is near on every day of the week', () => {
  const of = (change: Parameters<typeof demoSummary>[0], day = today) => groupOf(demoSummary(change), day)
  const [monday, saturday, sunday] = ['2026-03-02', '2026-03-07', '2026-03-08']
  expect([monday, '2026-03-03', '2026-03-09', '2026-03-10'].map((due) => of({ due }, monday))).toEqual([
    'week',
    'week',
    'week',
    'later',
  ])
  expect([sunday, '2026-03-09', '2026-03-14', '2026-03-15'].map((due) => of({ due }, saturday))).toEqual([
    'week',
    'week',
    'week',
    'later',
  ])
  expect(of({ due: '2026-03-09' }, sunday)).toBe('week')
  expect(of({ due: '2026-03-16' }, sunday)).toBe('later')
  expect(of({ due: '2026-04-04' }, '2026-03-28')).toBe('week')
  expect(of({ due: '2027-01-07' }, '2026-12-31')).toBe('week')
  expect(of({ due: null })).toBe('undated')
  expect(of({ due: '2026-02-27', is_overdue: true })).toBe('overdue')
  expect(of({ due: '2026-02-27', is_overdue: true, is_sample: true })).toBe('sample')
})

test('the days are those of the office, whatever the clock of the phone says', async () => {
  // On the phone it is still Saturday, in Tallinn it is Sunday already.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-07T22:30:00Z') })
  const items = ['2026-03-15', '2026-03-16'].map((due, n) => demoSummary({ id: `tsk_${n}`, title: due, due }))
  renderApp(path, {
    session: demoSession({ today: '2026-03-08' }),
    tasks: { items, next: null },
  })
  const headings = await screen.findAllByRole('heading', { level: 2 })
  expect(headings.map((heading) => heading.textContent)).toEqual(['Next 7 days1', 'Later1', 'Done'])
})

test('groups without tasks are left out and the order of the server is kept', () => {
  const tasks = ['b', 'a'].map((id) => demoSummary({ id, due: '2026-03-05' }))
  expect(groupTasks(tasks, today)).toEqual([{ name: 'week', tasks }])
  expect(groupTasks([], today)).toEqual([])
})
