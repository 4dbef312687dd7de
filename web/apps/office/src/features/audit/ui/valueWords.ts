import { formatDate, formatList, formatTime, readLanguage, t } from '../../../shell/i18n'

/** A value as people read it: dates and times in their form, states and answers in words, ids by name; null for nothing. */
export function valueWords(field: string, value: string | null, names: Map<string, string>): string | null {
  if (value === null || value === '') return null
  const named = names.get(value)
  if (named !== undefined) return named
  if (value === 'true') return t('words.yes')
  if (value === 'false') return t('words.no')
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value)
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))
    return t('time.dateAndTime', { date: formatDate(value), time: formatTime(value) })
  if (value.startsWith('[')) return listWords(field, value, names)
  return wordOf(field, value) ?? value
}

function listWords(field: string, value: string, names: Map<string, string>): string {
  try {
    const items: unknown = JSON.parse(value)
    if (!Array.isArray(items) || !items.every((item) => typeof item === 'string')) return value
    const words =
      field === 'switched_off' ? items.map(switchWord) : items.map((item) => names.get(item) ?? item)
    return words.length === 0 ? t('audit.nothing') : formatList(words)
  } catch {
    return value
  }
}

/** `mail:new_request`, as the switches of one's own account call it. */
function switchWord(text: string): string {
  const [way, name] = text.split(':')
  const known = (['new_request', 'portal_message', 'client_file', 'client_done'] as const).find(
    (kind) => kind === name,
  )
  if (known === undefined) return text
  const kind = t(`account.kind.${known}`)
  return way === 'mail' ? t('account.byMailOf', { kind }) : t('account.inAppOf', { kind })
}

const STATES = ['open', 'completed', 'not_assigned', 'assigned', 'withdrawn', 'done', 'new'] as const
const OTHERS = ['answered', 'converted', 'closed', 'responsible', 'added', 'internal', 'portal'] as const
const MORE = ['inherit', 'off', 'own', 'ok', 'bounced', 'complained'] as const
const VALUES = [...STATES, ...OTHERS, ...MORE]
const ROLES = ['owner', 'admin', 'member'] as const
/** The fields whose values are words of the product; texts of people are left as they are. */
const OF_WORDS = /(?:^|\.)(?:state|relation|visibility|mode|address_state)$/

function wordOf(field: string, value: string): string | null {
  if (field === 'role') {
    const role = ROLES.find((one) => one === value)
    return role === undefined ? null : t(`staff.role.${role}`)
  }
  if (field === 'language') {
    const language = readLanguage(value)
    return language === null ? null : t(`languages.${language}`)
  }
  const known = OF_WORDS.test(field) ? VALUES.find((one) => one === value) : undefined
  return known === undefined ? null : t(`audit.value.${known}`)
}
