import type { Recurrence } from '@sild/api'
import { describe, expect, it } from 'vitest'
import { fromRecurrence, newRule, sortWeekdays, toRecurrence } from './recurrence'
import { recurrenceNotes, recurrenceWords } from './words'

const rest = {
  every: 1,
  weekend: 'before',
  start: '2026-01-01',
  end: { kind: 'never' },
  due_after_days: 0,
} as const satisfies Omit<Recurrence, 'frequency'>

const rules: [string, Recurrence][] = [
  [
    'Every week on Monday and Thursday',
    { ...rest, frequency: { kind: 'weekly', weekdays: ['monday', 'thursday'] } },
  ],
  [
    'Every 2 months on the last day',
    { ...rest, every: 2, frequency: { kind: 'monthly', day: { kind: 'last' } } },
  ],
  [
    'Every month on day 20',
    { ...rest, frequency: { kind: 'monthly', day: { kind: 'day_of_month', day: 20 } } },
  ],
  [
    'Every month on the second Tuesday',
    { ...rest, frequency: { kind: 'monthly', day: { kind: 'nth_weekday', nth: 2, weekday: 'tuesday' } } },
  ],
  [
    'Every quarter, in its third month, on the last day',
    { ...rest, frequency: { kind: 'quarterly', month_in_quarter: 3, day: { kind: 'last' } } },
  ],
  [
    'Every year in June, on the last Friday',
    {
      ...rest,
      frequency: { kind: 'yearly', month: 6, day: { kind: 'nth_weekday', nth: -1, weekday: 'friday' } },
    },
  ],
]

describe('the sentence and the rule', () => {
  it.each(rules)('%s', (words, recurrence) => {
    expect(toRecurrence(fromRecurrence(recurrence))).toEqual(recurrence)
    expect(recurrenceWords(recurrence)).toBe(words)
  })

  it('keep the end and the days until due', () => {
    const until: Recurrence = {
      ...rest,
      frequency: { kind: 'monthly', day: { kind: 'last' } },
      end: { kind: 'on', date: '2026-12-31' },
      due_after_days: 7,
      weekend: 'after',
    }
    const often: Recurrence = {
      ...until,
      end: { kind: 'count', count: 12 },
      weekend: 'leave',
      due_after_days: 0,
    }
    expect(toRecurrence(fromRecurrence(until))).toEqual(until)
    expect(toRecurrence(fromRecurrence(often))).toEqual(often)
    expect(recurrenceNotes(until)).toEqual([
      'If the day of creation falls on a weekend, the task is created on the Monday after.',
      'Due 7 days after it is created, even if that is on a weekend.',
      'Until 31 Dec 2026.',
    ])
    expect(recurrenceNotes(often)).toEqual(['12 times.'])
  })

  it('begin as every month on the last day, before weekends', () => {
    expect(toRecurrence(newRule('2026-03-10'))).toEqual({
      ...rest,
      start: '2026-03-10',
      frequency: { kind: 'monthly', day: { kind: 'last' } },
    })
  })
})

describe('a rule is incomplete', () => {
  const rule = newRule('2026-03-10')
  it('without a start', () => {
    expect(toRecurrence({ ...rule, start: null })).toBeNull()
  })
  it('without a weekday', () => {
    expect(toRecurrence({ ...rule, rhythm: 'weekly', weekdays: [] })).toBeNull()
  })
  it('without its last date', () => {
    expect(toRecurrence({ ...rule, endKind: 'on', endDate: null })).toBeNull()
  })
})

it('trying another rhythm loses nothing', () => {
  const weekly = { ...newRule('2026-03-10'), rhythm: 'weekly' as const, weekdays: ['friday' as const] }
  const yearly = { ...weekly, rhythm: 'yearly' as const, month: 4 }
  expect(toRecurrence({ ...yearly, rhythm: 'weekly' })).toEqual(toRecurrence(weekly))
})

it('weekdays stand in the order of the week', () => {
  expect(sortWeekdays(['sunday', 'monday', 'friday'])).toEqual(['monday', 'friday', 'sunday'])
})
