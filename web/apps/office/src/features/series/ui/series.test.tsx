import type { Body } from '@sild/api'
import { created, mock, problem } from '@sild/api/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { series } from '../../../../test/demo/work'
import { openApp } from '../../../../test/renderApp'
import { api } from '../../../../test/server'

describe('a new series', () => {
  it('is built as a sentence and shows its next five dates', async () => {
    let sent: Body<'create_series'> | null = null
    const previewed: Body<'preview_recurrence'>[] = []
    api.use(
      mock('post', '/api/office/series/preview', ({ body }) => {
        previewed.push(body)
        return { next_dates: series().next_dates }
      }),
      mock('post', '/api/office/series', ({ body }) => {
        sent = body
        return created(series({ id: 'ser_new', title: body.title }))
      }),
    )
    const { user, address } = await openApp('/series/new?client=cli_001')
    await screen.findByText(/^Tuesday,? 31 March 2026$/)
    await user.type(screen.getByLabelText('Title of each task'), 'Working hours')
    await user.click(screen.getByRole('button', { name: /Unit/ }))
    await user.click(await screen.findByRole('option', { name: 'week' }))
    await user.click(screen.getByRole('button', { name: 'Thursday' }))
    await waitFor(() =>
      expect(previewed.at(-1)?.recurrence.frequency).toEqual({
        kind: 'weekly',
        weekdays: ['monday', 'thursday'],
      }),
    )
    await user.click(screen.getByRole('button', { name: 'Create series' }))
    await screen.findByText('The series is set.')
    expect(address()).toBe('/series/ser_new')
    expect(sent).toMatchObject({
      client_id: 'cli_001',
      title: 'Working hours',
      assign_to_client: true,
      recurrence: {
        every: 1,
        frequency: { kind: 'weekly', weekdays: ['monday', 'thursday'] },
        weekend: 'before',
        start: '2026-03-10',
        end: { kind: 'never' },
        due_after_days: 0,
      },
    })
  })

  it('says what is missing instead of sending half a sentence', async () => {
    const { user } = await openApp('/series/new?client=cli_001')
    await user.click(screen.getByRole('button', { name: /Unit/ }))
    await user.click(await screen.findByRole('option', { name: 'week' }))
    await user.click(screen.getByRole('button', { name: 'Monday' }))
    await user.type(screen.getByLabelText('Title of each task'), 'Working hours')
    await user.click(screen.getByRole('button', { name: 'Create series' }))
    const sentences = await screen.findAllByText(/Complete the sentence/)
    expect(sentences.length).toBeGreaterThan(0)
  })

  it('shows why a rule has no dates', async () => {
    api.use(
      mock('post', '/api/office/series/preview', () =>
        problem(422, 'invalid_value', { errors: [{ pointer: '/recurrence', code: 'no_occurrence' }] }),
      ),
    )
    await openApp('/series/new?client=cli_001')
    await screen.findByText('No date lies between the start and the end.')
  })
})

describe('a series', () => {
  it('says of each deadline which weekday it is, and marks those on a weekend', async () => {
    api.use(
      mock('get', '/api/office/series/{series}', () =>
        series({
          next_dates: [
            { nominal: '2026-03-31', date: '2026-03-31', due: '2026-04-04' },
            { nominal: '2026-04-30', date: '2026-04-30', due: '2026-05-04' },
          ],
        }),
      ),
    )
    await openApp('/series/ser_statement')
    const [first, second] = within(screen.getByRole('region', { name: 'Next five dates' })).getAllByRole(
      'listitem',
    )
    expect(first?.textContent).toMatch(/due Sat,? 4 Apr 2026Due on a weekend/)
    expect(second?.textContent).toMatch(/due Mon,? 4 May 2026$/)
  })

  it('S62: says how each of its tasks is reminded of, and gives them a rule of their own', async () => {
    let sent: Body<'update_series'> = {}
    api.use(
      mock('patch', '/api/office/series/{series}', ({ body }) => {
        sent = body
        return series({ reminders: body.reminders ?? { mode: 'off' } })
      }),
    )
    const { user } = await openApp('/series/ser_statement')
    await screen.findByText(/^Office default: 3 days before the deadline/)
    await user.click(screen.getByRole('link', { name: 'Edit all following' }))
    await user.click(await screen.findByRole('button', { name: /Reminders$/ }))
    await user.click(await screen.findByRole('option', { name: 'Custom rule' }))
    await user.click(screen.getByRole('checkbox', { name: 'Before the deadline' }))
    await user.click(screen.getByRole('button', { name: 'Save for all following' }))
    await screen.findByText('On the day of the deadline; at most 4 times, on working days.')
    expect(sent.reminders).toEqual({
      mode: 'own',
      rule: { days_before: null, on_the_day: true, every_days_after: null, at_most: 4 },
    })
  })

  it('is paused and resumed', async () => {
    const asked: unknown[] = []
    api.use(
      mock('patch', '/api/office/series/{series}', ({ body, headers }) => {
        asked.push([body, headers.get('if-match')])
        return series({ is_paused: body.is_paused === true, version: 4 })
      }),
    )
    const { user } = await openApp('/series/ser_statement')
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    await screen.findByText('This series is paused: it creates nothing until you resume it.')
    await user.click(screen.getByRole('button', { name: 'Resume' }))
    await screen.findByRole('button', { name: 'Pause' })
    expect(asked).toEqual([
      [{ is_paused: true }, '"3"'],
      [{ is_paused: false }, '"4"'],
    ])
  })

  it('leaves out its next date, or creates the task of it at once (S41)', async () => {
    const asked: unknown[] = []
    const [first, second] = series().next_dates
    api.use(
      mock('post', '/api/office/series/{series}/skip-date', ({ body }) => {
        asked.push(['skip', body.nominal])
        return series({ next_dates: series().next_dates.slice(1) })
      }),
      mock('post', '/api/office/series/{series}/make-task', ({ body }) => {
        asked.push(['make', body.nominal])
        return series({ next_dates: series().next_dates.slice(2), created_count: 8 })
      }),
    )
    const { user } = await openApp('/series/ser_statement')
    const dates = await screen.findByRole('complementary', { name: 'Dates and details' })
    const shown = () => within(dates).getAllByRole('listitem').length
    expect(shown()).toBe(5)
    await user.click(within(dates).getByRole('button', { name: /^Skip / }))
    await waitFor(() => expect(shown()).toBe(4))
    expect(document.activeElement, 'the focus stays where it was').toBe(
      within(dates).getByRole('button', { name: /^Skip / }),
    )
    await screen.findByText(/is skipped\. The next date is/)
    await user.click(within(dates).getByRole('button', { name: /^Create now: / }))
    await waitFor(() => expect(shown()).toBe(3))
    await screen.findByText(/is created\. The next date is/)
    expect(asked).toEqual([
      ['skip', first?.nominal],
      ['make', second?.nominal],
    ])
  })

  it('is changed for all that follow, without its client', async () => {
    let sent: Body<'update_series'> = {}
    api.use(
      mock('patch', '/api/office/series/{series}', ({ body }) => {
        sent = body
        return series({ title: 'Account statement' })
      }),
    )
    const { user, address } = await openApp('/series/ser_statement?edit=true')
    await user.clear(screen.getByLabelText('Title of each task'))
    await user.type(screen.getByLabelText('Title of each task'), 'Account statement')
    await user.click(screen.getByRole('button', { name: 'Save for all following' }))
    await screen.findByText('Saved for all following.')
    expect(address()).toBe('/series/ser_statement')
    expect(sent).toMatchObject({ title: 'Account statement', recurrence: series().recurrence })
    expect(sent).not.toHaveProperty('client_id')
  })
})

it('the list says the rhythm in words and what is paused', async () => {
  await openApp('/series')
  await screen.findByText('Every 2 weeks on Monday and Thursday')
  expect(screen.getByText('Paused')).toBeTruthy()
})
