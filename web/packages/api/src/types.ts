import type { operations } from './schema.d.ts'

type JsonOf<R> = R extends { content: { 'application/json': infer B } } ? B : never

/** What an operation, as the schema describes it, answers when it succeeds. */
export type AnswerOf<O> = O extends { responses: infer R }
  ? { [S in keyof R]: S extends 200 | 201 | 202 ? JsonOf<R[S]> : never }[keyof R]
  : never

/** What an operation, as the schema describes it, takes as its body. */
export type BodyOf<O> = O extends { requestBody: infer R }
  ? JsonOf<R>
  : O extends { requestBody?: infer R }
    ? JsonOf<NonNullable<R>>
    : never

/** What the operation of this name answers when it succeeds. */
export type Answer<Op extends keyof operations> = AnswerOf<operations[Op]>

/** What the operation of this name takes as its body. */
export type Body<Op extends keyof operations> = BodyOf<operations[Op]>

/** One page of a list; `next` is the cursor of the page after it. */
export interface Page<T> {
  items: T[]
  next: string | null
}

// The portal.
export type PortalSession = Answer<'get_portal_session'>
export type PortalProfile = Answer<'get_portal_profile'>
export type PortalNotificationSettings = Answer<'get_portal_notification_settings'>
export type PortalTaskSummary = Answer<'list_portal_tasks'>['items'][number]
export type PortalTask = Answer<'get_portal_task'>
export type PortalTaskState = Answer<'complete_portal_task'>
export type PortalMessage = Answer<'post_portal_message'>
export type PortalFile = Answer<'complete_portal_file'>
export type PortalFileSummary = Answer<'list_portal_files'>['items'][number]
export type PortalRequestSummary = Answer<'list_portal_requests'>['items'][number]
export type PortalRequest = Answer<'get_portal_request'>
export type UploadTicket = Answer<'declare_portal_file'>
export type Download = Answer<'download_portal_file'>
export type LoginLink = Answer<'get_login_link'>
export type LoginOutcome = Answer<'redeem_login_link'>
export type EmailChanged = Answer<'confirm_email_change'>

// The office.
export type OfficeSession = Answer<'get_office_session'>
export type Member = Answer<'list_members'>['items'][number]
export type Profile = Answer<'get_own_profile'>
export type NotificationSettings = Answer<'get_notification_settings'>
export type OfficeLogin = Answer<'list_office_sessions'>['items'][number]
export type OfficeSettings = Answer<'get_office_settings'>
export type AuditEntry = Answer<'list_audit_entries'>['items'][number]
export type PortalSettings = Answer<'get_portal_settings'>
export type NameCheck = Answer<'check_portal_name'>
export type PortalMedia = Answer<'complete_portal_image'>
export type Template = Answer<'create_template'>
export type ClientSummary = Answer<'list_clients'>['items'][number]
export type OfficeClient = Answer<'get_client'>
export type Contact = Answer<'create_contact'>
export type BulkPreview = Answer<'preview_bulk_opening'>
export type BulkOpening = Answer<'start_bulk_opening'>
export type BulkTask = Answer<'start_bulk_task'>
export type TaskSummary = Answer<'list_tasks'>['items'][number]
export type Task = Answer<'get_task'>
export type TaskReminders = Answer<'remind_now'>
export type ReminderChoice = TaskReminders['choice']
export type ReminderRule = Extract<ReminderChoice, { mode: 'own' }>['rule']
export type OfficeMessage = Answer<'post_message'>
export type FileSummary = Answer<'list_client_files'>['items'][number]
export type OfficeFile = Answer<'complete_file'>
export type Series = Answer<'create_series'>
export type Recurrence = Body<'create_series'>['recurrence']
export type RequestSummary = Answer<'list_requests'>['items'][number]
export type OfficeRequest = Answer<'get_request'>
export type Overview = Answer<'get_overview'>
export type OfficeNotification = Answer<'list_notifications'>['items'][number]

/** The colours that follow from the office's brand colour. */
export type Palette = PortalSettings['palette']

/** A picture that the office uploaded: its path on every host, and its pixels. */
export interface Picture {
  url: string
  width: number
  height: number
}

/** What the portal's page says about its office before anybody is signed in. */
export interface PortalBranding {
  office_id: string
  office_name: string
  portal_name: string
  slug: string
  description: string | null
  palette: Palette
  /** The square picture beside the portal's name. */
  icon: Picture | null
  /** The wide picture of the login page. */
  logo: Picture | null
  language: 'en' | 'et' | 'fi'
  /** `''` on the portal's own host, `/p/<slug>` otherwise. */
  base_path: string
}

/** The data in the portal's page that lets it start without another request. */
export interface PortalBoot {
  branding: PortalBranding
  session: PortalSession | null
  /** The client that `tasks` belongs to. */
  client: string | null
  tasks: Page<PortalTaskSummary> | null
}
