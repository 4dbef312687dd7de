import type { ReminderChoice, ReminderRule } from '@sild/api'
import { formatList, t } from '../i18n'

/** A rule as the rest of a sentence: "3 days before the deadline and on its day; at most 5 times, on working days." */
export function ruleWords(rule: ReminderRule): string {
  const when: string[] = []
  if (typeof rule.days_before === 'number') when.push(t('reminders.daysBefore', { days: rule.days_before }))
  if (rule.on_the_day) when.push(t('reminders.onTheDay'))
  if (typeof rule.every_days_after === 'number')
    when.push(t('reminders.everyDaysAfter', { days: rule.every_days_after }))
  return t('reminders.rule', { when: formatList(when), count: rule.at_most })
}

/** What reminds, as a sentence. `officeRule` is undefined until it is known. */
export function choiceWords(choice: ReminderChoice, officeRule: ReminderRule | null | undefined): string {
  switch (choice.mode) {
    case 'own':
      return capitalised(ruleWords(choice.rule))
    case 'off':
      return t('reminders.offWords')
    case 'inherit':
      if (officeRule === undefined) return t('reminders.inheritWords')
      return officeRule === null
        ? t('reminders.inheritNone')
        : t('reminders.inheritRule', { rule: ruleWords(officeRule) })
  }
}

function capitalised(text: string): string {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase() + rest.join('')
}
