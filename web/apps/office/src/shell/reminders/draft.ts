import type { ReminderChoice, ReminderRule } from '@sild/api'

/** What reminds: the office's rule, nothing, or a rule of its own. */
type ReminderMode = ReminderChoice['mode']

/** A choice while it is made: every part keeps its value, also those that are switched off. */
export type ReminderDraft = {
  mode: ReminderMode
  isBefore: boolean
  daysBefore: number
  onTheDay: boolean
  isAfter: boolean
  everyDaysAfter: number
  atMost: number
}

/** The choice as it can be changed; a rule that there is not yet begins with the office's or with a common one. */
export function toDraft(choice: ReminderChoice, officeRule: ReminderRule | null): ReminderDraft {
  const rule = (choice.mode === 'own' ? choice.rule : officeRule) ?? COMMON
  return {
    mode: choice.mode,
    isBefore: typeof rule.days_before === 'number',
    daysBefore: rule.days_before ?? COMMON.days_before,
    onTheDay: rule.on_the_day,
    isAfter: typeof rule.every_days_after === 'number',
    everyDaysAfter: rule.every_days_after ?? COMMON.every_days_after,
    atMost: rule.at_most,
  }
}

const COMMON = { days_before: 3, on_the_day: true, every_days_after: 7, at_most: 5 }

/** The choice as the server takes it; null while a rule of its own says no day. */
export function toChoice(draft: ReminderDraft): ReminderChoice | null {
  if (draft.mode !== 'own') return { mode: draft.mode }
  if (!draft.isBefore && !draft.onTheDay && !draft.isAfter) return null
  return {
    mode: 'own',
    rule: {
      days_before: draft.isBefore ? draft.daysBefore : null,
      on_the_day: draft.onTheDay,
      every_days_after: draft.isAfter ? draft.everyDaysAfter : null,
      at_most: draft.atMost,
    },
  }
}
