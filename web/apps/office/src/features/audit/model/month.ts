import * as v from 'valibot'

/** A month as the address has it: `2026-03`, in UTC as the trail counts. */
export const monthSchema = v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/))

/** The month that an instant is in. */
export function monthOf(instant: Date): string {
  return instant.toISOString().slice(0, 7)
}

/** The month so many months later; earlier with a negative number. */
export function monthLater(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return monthOf(new Date(Date.UTC(year, number - 1 + months, 1)))
}

/** A day of the month, for writing the month with its name. */
export function dayIn(month: string): string {
  return `${month}-15`
}
