import { mock, problem } from '@sild/api/testing'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '../../../../test/demo/time'
import { overview, series, task } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'
import { countsOf, daysOf } from '../model/coming'

/** What was asked of the server. */
let asked: unknown[] = []

beforeEach(() => {
  asked = []
  const reminders = { ...task().reminders, next_on: day(8) }
  api.use(
    mock('get', '/api/office/overview', () => overview()),
    mock('post', '/api/office/tasks/{task}/remind', ({ params }) => {
      asked.push(['remind', params.task])
      return reminders
    }),
    mock('post', '/api/office/tasks/{task}/skip-reminder', ({ params, body }) => {
      asked.push(['skip', params.task, body.on])
      return reminders
    }),
  )
})

const rowsOf = (name: string) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent))

describe('the overview', () => {
  it('tells how much of each client is late and how much waits, as a table that is a picture', async () => {
    await openApp('/overview')
    await screen.findByRole('table', { name: 'Overdue, by client' })
    expect(rowsOf('Overdue, by client')).toEqual([
      ['Example Garage OÜ', '100 or moreSince 29 Jan'],
      ['Example Bakery OÜ', '2Since 7 Mar'],
    ])
    expect(rowsOf('Most open tasks, by client')).toEqual([
      ['Example Bakery OÜ', '96 with the client, 3 with the office'],
      ['Example Garage OÜ', '4none with the client, 4 with the office'],
    ])
    const bars = screen.getByRole('table', { name: 'Most open tasks, by client' }).querySelectorAll('rect')
    expect([...bars].map((bar) => [bar.getAttribute('x'), bar.getAttribute('width')])).toEqual([
      ['0%', `${(6 / 9) * 100}%`],
      [`${(6 / 9) * 100}%`, `${(3 / 9) * 100}%`],
      ['0%', '0%'],
      ['0%', `${(4 / 9) * 100}%`],
    ])
  })

  it('tells what goes out on each day', async () => {
    await openApp('/overview')
    await screen.findByRole('table', { name: 'How much goes out each day' })
    const days = rowsOf('How much goes out each day')
    expect(days).toHaveLength(7)
    expect(days[0]).toEqual(['Tuesday 10 March', '1', '0'])
    expect(days[3]).toEqual(['Friday 13 March', '1', '1'])
    expect(screen.getByRole('heading', { name: 'Today, Tuesday 10 March' })).toBeTruthy()
    const friday = screen.getByRole('region', { name: 'Friday 13 March' })
    expect(friday.textContent).toContain('New task for the office')
    expect(friday.textContent).toContain('Reminder at 09:00')
  })

  it('takes back what a client is about to be told of (S37)', async () => {
    api.use(
      mock('post', '/api/office/tasks/{task}/withdraw', ({ params }) => {
        asked.push(['withdraw', params.task])
        api.use(mock('get', '/api/office/overview', () => overview({ announcements: [] })))
        return task()
      }),
    )
    const { user } = await openApp('/overview')
    const region = await screen.findByRole('region', { name: 'Within minutes' })
    expect(region.textContent).toContain('The client is told at 10:47')
    expect(region.textContent).toContain('Example Garage OÜ')
    await user.click(screen.getByRole('button', { name: 'Withdraw: Annual report, Example Garage OÜ' }))
    await screen.findByText('“Annual report” is withdrawn. The client has not been told of it.')
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Within minutes' })).toBeNull())
    expect(asked).toEqual([['withdraw', 'tsk_report']])
  })

  it('has a client told at once (S33)', async () => {
    api.use(
      mock('post', '/api/office/tasks/{task}/announce', ({ params }) => {
        asked.push(['announce', params.task])
        const [first] = overview().announcements
        const announcements = first ? [{ ...first, at: `${day(0)}T08:44:00Z` }] : []
        api.use(mock('get', '/api/office/overview', () => overview({ announcements })))
        return task()
      }),
    )
    const { user } = await openApp('/overview')
    await user.click(
      await screen.findByRole('button', { name: 'Tell now: Annual report, Example Garage OÜ' }),
    )
    await screen.findByText('The client is told at 10:44')
    expect(asked).toEqual([['announce', 'tsk_report']])
  })

  it('says that more goes out than it shows', async () => {
    await openApp('/overview')
    await screen.findByRole('region', { name: 'Within minutes' })
    expect(screen.queryByText(/^More is on its way/)).toBeNull()
    cleanup()
    // Of what was read first, nothing may be of a plain member's clients.
    const nothing = { announcements: [], series: [], reminders: [] }
    for (const shown of [{}, nothing]) {
      api.use(mock('get', '/api/office/overview', () => overview({ is_cut: true, ...shown })))
      await openApp('/overview')
      await screen.findByText(/^More is on its way/)
      expect(screen.queryByText('Nothing will be sent automatically within seven days')).toBeNull()
      cleanup()
    }
  })

  it('leaves out one reminder and says when the next one leaves (S62)', async () => {
    const { user } = await openApp('/overview')
    await user.click(
      await screen.findByRole('button', { name: 'Skip: Bank statement for February, Example Bakery OÜ' }),
    )
    await screen.findByText(
      'The reminder of “Bank statement for February” is skipped. The next one leaves on 18 Mar 2026.',
    )
    expect(asked).toEqual([['skip', 'tsk_statement', day(0)]])
  })

  it('reminds at once in the place of what was planned', async () => {
    const { user } = await openApp('/overview')
    await user.click(
      await screen.findByRole('button', {
        name: 'Remind now: Bank statement for February, Example Bakery OÜ',
      }),
    )
    await waitFor(() =>
      expect(asked).toEqual([
        ['remind', 'tsk_statement'],
        ['skip', 'tsk_statement', day(0)],
      ]),
    )
  })

  it('leaves out one date of a series, or creates its task at once (S41)', async () => {
    const after = (on: string) =>
      series({ title: 'VAT return', next_dates: [{ nominal: on, date: on, due: on }] })
    api.use(
      mock('post', '/api/office/series/{series}/skip-date', ({ params, body }) => {
        asked.push(['skip', params.series, body.nominal])
        return after(day(8))
      }),
      mock('post', '/api/office/series/{series}/make-task', ({ params, body }) => {
        asked.push(['make', params.series, body.nominal])
        return series({ title: 'Check the ledger', next_dates: [] })
      }),
    )
    const { user } = await openApp('/overview')
    await user.click(
      await screen.findByRole('button', { name: 'Skip the new task: VAT return, Example Bakery OÜ' }),
    )
    await screen.findByText(
      '“VAT return” (Example Bakery OÜ, 11 Mar) is skipped. The next date is 18 Mar 2026.',
    )
    await user.click(screen.getByRole('button', { name: 'Create now: Check the ledger, Example Garage OÜ' }))
    await screen.findByText('“Check the ledger” (Example Bakery OÜ) is created. No other date is planned.')
    expect(asked).toEqual([
      ['skip', 'ser_vat', day(1)],
      ['make', 'ser_check', day(5)],
    ])
  })

  it('says why a date of a series cannot be left out', async () => {
    api.use(mock('post', '/api/office/series/{series}/skip-date', () => problem(409, 'no_such_date')))
    const { user } = await openApp('/overview')
    await user.click(
      await screen.findByRole('button', { name: 'Skip the new task: VAT return, Example Bakery OÜ' }),
    )
    await screen.findByText('That is not the next date of this series any more.')
  })

  it('says why a reminder cannot be sent or left out', async () => {
    api.use(
      mock('post', '/api/office/tasks/{task}/remind', () => problem(409, 'reminded_recently')),
      mock('post', '/api/office/tasks/{task}/skip-reminder', () => problem(409, 'no_such_reminder')),
    )
    const { user } = await openApp('/overview')
    await user.click(
      await screen.findByRole('button', {
        name: 'Remind now: Bank statement for February, Example Bakery OÜ',
      }),
    )
    await screen.findByText(/was reminded of this task less than an hour ago/)
    await user.click(
      screen.getByRole('button', { name: 'Skip: Bank statement for February, Example Bakery OÜ' }),
    )
    await screen.findByText('No reminder of this task is planned for that day any more.')
    expect(asked).toEqual([])
  })

  it('of an office with nothing says what belongs there', async () => {
    api.use(
      mock('get', '/api/office/overview', () =>
        overview({ busiest: [], overdue: [], announcements: [], series: [], reminders: [] }),
      ),
    )
    await openApp('/overview')
    await screen.findByText('Nothing is overdue')
    expect(screen.getByText('No open tasks')).toBeTruthy()
    expect(screen.getByText('Nothing will be sent automatically within seven days')).toBeTruthy()
  })

  it('that failed can be tried again', async () => {
    api.use(mock('get', '/api/office/overview', () => problem(500, 'internal_error')))
    const { user } = await openApp('/overview')
    const retry = await screen.findByRole('button', { name: 'Try again' })
    api.use(mock('get', '/api/office/overview', () => overview()))
    await user.click(retry)
    await screen.findByRole('table', { name: 'Overdue, by client' })
  })
})

it('what should have gone out before today stands under today', () => {
  const late = overview().reminders.map((reminder) => ({ ...reminder, on: day(-2) }))
  const [first, ...others] = daysOf(overview({ reminders: late, series: [] }))
  expect(first && countsOf(first)).toEqual({ reminders: 2, tasks: 0 })
  expect(others.every(({ items }) => items.length === 0)).toBe(true)
})
