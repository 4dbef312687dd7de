import { ApiProblem, OfflineError } from '@sild/api'
import { t } from '../../../shell/i18n.ts'

const sentences: Record<string, () => string> = {
  required: () => t('profile.wrong.required'),
  too_long: () => t('profile.wrong.too_long'),
  invalid_character: () => t('profile.wrong.invalid_character'),
  invalid_email: () => t('profile.wrong.invalid_email'),
}

/** What is wrong with a field, or null when it is something else that failed. */
export function fieldSentence(error: unknown, field: 'name' | 'phone' | 'email'): string | null {
  const code = error instanceof ApiProblem ? error.fieldCode(`/${field}`) : null
  if (code === null) return null
  if (sentences[code]) return sentences[code]()
  return field === 'phone' ? t('profile.wrong.invalid_phone') : t('profile.wrong.other')
}

/** Why something was not saved, and what to do. */
export function failureSentence(error: unknown): string {
  return error instanceof OfflineError ? t('profile.notSavedOffline') : t('profile.notSaved')
}
