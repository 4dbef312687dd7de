import type { Overview } from '@sild/api'

export type Reminder = Overview['reminders'][number]
export type SeriesTask = Overview['series'][number]
type Coming = { kind: 'reminder'; of: Reminder } | { kind: 'task'; of: SeriesTask }
/** A day with what goes out on it. */
export type Day = { on: string; items: Coming[] }

const DAY = 86_400_000

/** Every day of the overview with what goes out on it: tasks in the night, reminders at the office's hour. */
export function daysOf({ today, until, series, reminders }: Overview): Day[] {
  const all: Coming[] = [
    ...series.map((of) => ({ kind: 'task' as const, of })),
    ...reminders.map((of) => ({ kind: 'reminder' as const, of })),
  ]
  const days: Day[] = []
  for (let at = Date.parse(today); at <= Date.parse(until); at += DAY) {
    const on = new Date(at).toISOString().slice(0, 10)
    // What should have gone out before today goes out with the next run.
    const isHere = (day: string) => day === on || (on === today && day < today)
    days.push({ on, items: all.filter(({ of }) => isHere(of.on)) })
  }
  return days
}

/** How much of each kind a day has. */
export function countsOf({ items }: Day): { reminders: number; tasks: number } {
  const reminders = items.filter(({ kind }) => kind === 'reminder').length
  return { reminders, tasks: items.length - reminders }
}
