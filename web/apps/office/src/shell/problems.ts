import { ApiProblem, OfflineError } from '@sild/api'
import { t } from './i18n'

/** A plain sentence about what failed and what to do, in the person's language. */
export function sentenceOf(error: unknown): string {
  if (error instanceof OfflineError) return t('problems.offline')
  if (!(error instanceof ApiProblem)) return t('problems.internal_error')
  const known = SENTENCES[error.code]
  if (known !== undefined) return known(error)
  return error.status < 500 && error.detail !== '' ? error.detail : t('problems.internal_error')
}

/** The sentence for what is wrong with one field. */
export function fieldSentence(code: string): string {
  return FIELD_SENTENCES[code]?.() ?? t('fields.invalid')
}

/** The sentences of a problem's fields, by the first part of each pointer: `/checklist/2/text` is `checklist`. */
export function fieldSentences(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {}
  const found: Record<string, string> = {}
  for (const { pointer, code } of error.errors) {
    const name = pointer.split('/')[1] ?? ''
    found[name] ??= fieldSentence(code)
  }
  return found
}

const SENTENCES: Record<string, (problem: ApiProblem) => string> = {
  malformed_request: () => t('problems.malformed_request'),
  wrong_origin: () => t('problems.malformed_request'),
  version_required: () => t('problems.malformed_request'),
  idempotency_key_reused: () => t('problems.malformed_request'),
  sign_up_closed: () => t('problems.sign_up_closed'),
  not_signed_in: () => t('problems.not_signed_in'),
  role_required: () => t('problems.role_required'),
  not_found: () => t('problems.not_found'),
  portal_closed: () => t('problems.portal_closed'),
  portal_inactive: () => t('problems.portal_inactive'),
  already_assigned: () => t('problems.already_assigned'),
  not_assigned: () => t('problems.not_assigned'),
  task_completed: () => t('problems.task_completed'),
  task_not_completed: () => t('problems.task_not_completed'),
  already_active: () => t('problems.already_active'),
  already_exists: () => t('problems.already_exists'),
  name_taken: () => t('problems.name_taken'),
  link_spent: () => t('problems.link_spent'),
  link_expired: () => t('problems.link_expired'),
  file_not_uploaded: () => t('problems.file_not_uploaded'),
  too_many_templates: () => t('problems.too_many_templates'),
  request_converted: () => t('problems.request_converted'),
  request_closed: () => t('problems.request_closed'),
  request_not_closed: () => t('problems.request_not_closed'),
  client_archived: () => t('problems.client_archived'),
  contact_archived: () => t('problems.contact_archived'),
  import_started: () => t('problems.import_started'),
  import_not_ready: () => t('problems.import_not_ready'),
  member_inactive: () => t('problems.member_inactive'),
  member_active: () => t('problems.member_active'),
  already_joined: () => t('problems.already_joined'),
  owner_must_hand_over: () => t('problems.owner_must_hand_over'),
  not_an_admin: () => t('problems.not_an_admin'),
  task_done: () => t('problems.task_done'),
  not_announced: () => t('problems.not_announced'),
  reminded_recently: () => t('problems.reminded_recently'),
  no_such_reminder: () => t('problems.no_such_reminder'),
  no_such_date: () => t('problems.no_such_date'),
  digitisation_off: () => t('problems.digitisation_off'),
  no_digitisation_address: () => t('problems.no_digitisation_address'),
  already_digitised: () => t('problems.already_digitised'),
  nothing_to_digitise: () => t('problems.nothing_to_digitise'),
  no_access: () => t('problems.no_access'),
  address_unreachable: () => t('problems.address_unreachable'),
  busy: () => t('problems.busy'),
  version_mismatch: () => t('problems.version_mismatch'),
  file_too_large: () => t('problems.file_too_large'),
  body_too_large: () => t('problems.body_too_large'),
  invalid_value: () => t('problems.invalid_value'),
  too_many_requests: ({ retryAfter }) =>
    t('problems.too_many_requests', { minutes: Math.max(1, Math.ceil((retryAfter ?? 60) / 60)) }),
}

const FIELD_SENTENCES: Record<string, () => string> = {
  required: () => t('fields.required'),
  too_short: () => t('fields.too_short'),
  too_long: () => t('fields.too_long'),
  too_many_items: () => t('fields.too_many_items'),
  picture_too_large: () => t('fields.picture_too_large'),
  video_too_large: () => t('fields.video_too_large'),
  unsupported_type: () => t('fields.unsupported_type'),
  duplicate_item: () => t('fields.duplicate_item'),
  out_of_range: () => t('fields.out_of_range'),
  invalid_format: () => t('fields.invalid'),
  invalid_character: () => t('fields.invalid_character'),
  invalid_email: () => t('fields.invalid_email'),
  invalid_url: () => t('fields.invalid_url'),
  invalid_id: () => t('fields.unknown'),
  invalid_colour: () => t('fields.invalid_colour'),
  invalid_time_zone: () => t('fields.invalid_time_zone'),
  invalid_code: () => t('fields.invalid_code'),
  reserved: () => t('fields.reserved'),
  taken: () => t('fields.taken'),
  already_exists: () => t('fields.already_exists'),
  not_found: () => t('fields.unknown'),
  not_on_client: () => t('fields.not_on_client'),
  not_recurring: () => t('fields.not_recurring'),
  empty_file: () => t('fields.empty_file'),
  file_too_large: () => t('problems.file_too_large'),
  no_occurrence: () => t('fields.no_occurrence'),
  end_before_start: () => t('fields.end_before_start'),
}
