import type { Recurrence } from '@sild/api'

/** The four rhythms. */
export const RHYTHMS = ['weekly', 'monthly', 'quarterly', 'yearly'] as const
/** One of the four rhythms. */
type Rhythm = (typeof RHYTHMS)[number]

/** The days of a week, Monday first. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
/** One day of a week. */
export type Weekday = (typeof WEEKDAYS)[number]

/** Which of a month's weekdays: first to fourth, or the last. */
export const NTHS = ['1', '2', '3', '4', '-1'] as const
/** One of a month's weekdays. */
export type Nth = (typeof NTHS)[number]

/** How the day of a month is said. */
type DayKind = 'day_of_month' | 'last' | 'nth_weekday'

/** How a series ends. */
type EndKind = 'never' | 'on' | 'count'

/**
 * The sentence while it is built: every part keeps its value, also those that the rhythm does not use,
 * so that trying another rhythm loses nothing.
 */
export type RuleDraft = {
  rhythm: Rhythm
  every: number
  weekdays: Weekday[]
  dayKind: DayKind
  dayOfMonth: number
  nth: Nth
  weekday: Weekday
  monthInQuarter: '1' | '2' | '3'
  month: number
  weekend: Recurrence['weekend']
  start: string | null
  endKind: EndKind
  endDate: string | null
  endCount: number
  dueAfterDays: number
}

/** A monthly rule on the last day, before weekends, from the date on: the commonest one. */
export function newRule(today: string): RuleDraft {
  return {
    rhythm: 'monthly',
    every: 1,
    weekdays: ['monday'],
    dayKind: 'last',
    dayOfMonth: 1,
    nth: '1',
    weekday: 'monday',
    monthInQuarter: '1',
    month: 1,
    weekend: 'before',
    start: today,
    endKind: 'never',
    endDate: null,
    endCount: 12,
    dueAfterDays: 0,
  }
}

/** The rule as the server takes it; null while a date is missing or no weekday is chosen. */
export function toRecurrence(draft: RuleDraft): Recurrence | null {
  const frequency = frequencyOf(draft)
  const end = endOf(draft)
  if (frequency === null || end === null || draft.start === null) return null
  return {
    frequency,
    every: draft.every,
    weekend: draft.weekend,
    start: draft.start,
    end,
    due_after_days: draft.dueAfterDays,
  }
}

/** The sentence of a rule that exists. */
export function fromRecurrence(recurrence: Recurrence): RuleDraft {
  const { frequency, end } = recurrence
  const draft: RuleDraft = {
    ...newRule(recurrence.start),
    rhythm: frequency.kind,
    every: recurrence.every,
    weekend: recurrence.weekend,
    endKind: end.kind,
    dueAfterDays: recurrence.due_after_days,
  }
  if (end.kind === 'on') draft.endDate = end.date
  if (end.kind === 'count') draft.endCount = end.count
  if (frequency.kind === 'weekly') return { ...draft, weekdays: sortWeekdays(frequency.weekdays) }
  if (frequency.kind === 'quarterly') draft.monthInQuarter = readMonthInQuarter(frequency.month_in_quarter)
  if (frequency.kind === 'yearly') draft.month = frequency.month
  const { day } = frequency
  draft.dayKind = day.kind
  if (day.kind === 'day_of_month') draft.dayOfMonth = day.day
  if (day.kind === 'nth_weekday') {
    // A fifth weekday is the last one wherever a month has none, so it reads as "the last".
    draft.nth = NTHS.find((nth) => Number(nth) === day.nth) ?? '-1'
    draft.weekday = day.weekday
  }
  return draft
}

/** Weekdays in the order of the week. */
export function sortWeekdays(days: readonly Weekday[]): Weekday[] {
  return WEEKDAYS.filter((day) => days.includes(day))
}

type Frequency = Recurrence['frequency']
type DayRule = Extract<Frequency, { day: unknown }>['day']

function frequencyOf(draft: RuleDraft): Frequency | null {
  switch (draft.rhythm) {
    case 'weekly':
      return draft.weekdays.length === 0 ? null : { kind: 'weekly', weekdays: sortWeekdays(draft.weekdays) }
    case 'monthly':
      return { kind: 'monthly', day: dayOf(draft) }
    case 'quarterly':
      return { kind: 'quarterly', month_in_quarter: Number(draft.monthInQuarter), day: dayOf(draft) }
    case 'yearly':
      return { kind: 'yearly', month: draft.month, day: dayOf(draft) }
  }
}

function dayOf(draft: RuleDraft): DayRule {
  switch (draft.dayKind) {
    case 'last':
      return { kind: 'last' }
    case 'day_of_month':
      return { kind: 'day_of_month', day: draft.dayOfMonth }
    case 'nth_weekday':
      return { kind: 'nth_weekday', nth: Number(draft.nth), weekday: draft.weekday }
  }
}

function endOf(draft: RuleDraft): Recurrence['end'] | null {
  switch (draft.endKind) {
    case 'never':
      return { kind: 'never' }
    case 'on':
      return draft.endDate === null ? null : { kind: 'on', date: draft.endDate }
    case 'count':
      return { kind: 'count', count: draft.endCount }
  }
}

function readMonthInQuarter(month: number): RuleDraft['monthInQuarter'] {
  if (month === 2) return '2'
  return month === 3 ? '3' : '1'
}
