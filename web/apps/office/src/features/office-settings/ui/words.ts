import type { ReminderRule } from '@sild/api'
import { currentLanguage, LOCALES, t } from '../../../shell/i18n'
import { ruleWords } from '../../../shell/reminders/words'

/** The office's rule as a sentence. */
export function reminderWords(rule: ReminderRule | null): string {
  return rule === null ? t('officeSettings.noRule') : t('officeSettings.rule', { rule: ruleWords(rule) })
}

/** A full hour of the day as the language writes it: `09:00`. */
export function hourWords(hour: number): string {
  return new Intl.DateTimeFormat(LOCALES[currentLanguage()], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(Date.UTC(2026, 0, 1, hour))
}
