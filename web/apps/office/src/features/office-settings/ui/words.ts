import type { ReminderRule } from '@sild/api'
import { t } from '../../../shell/i18n'
import { ruleWords } from '../../../shell/reminders/words'

/** The office's rule as a sentence. */
export function reminderWords(rule: ReminderRule | null): string {
  return rule === null ? t('officeSettings.noRule') : t('officeSettings.rule', { rule: ruleWords(rule) })
}
