import type {
  PortalBoot,
  PortalBranding,
  PortalFile,
  PortalFileSummary,
  PortalMessage,
  PortalNotificationSettings,
  PortalProfile,
  PortalRequest,
  PortalRequestSummary,
  PortalSession,
  PortalTask,
  PortalTaskSummary,
} from '@sild/api'
import { derivePalette } from '@sild/brand'

/**
 * Demo data for `vite dev`, the pictures and the tests. Monday, 2 March 2026, in Tallinn.
 */
export const today = '2026-03-02'

/** The palette of a brand colour, as the server derives it. */
export function demoPalette(brand: string): PortalBranding['palette'] {
  const palette = derivePalette(brand)
  if (palette === null) throw new Error(`${brand} is no colour`)
  return palette
}

export const branding: PortalBranding = {
  office_id: 'off_01jnb0000000000000000000a1',
  office_name: 'Demo Office OÜ',
  portal_name: 'Demo Office',
  slug: 'demo',
  description: 'Your papers, questions and deadlines, all in one place with your accountants.',
  palette: demoPalette('#2f5bd0'),
  icon: null,
  logo: null,
  language: 'en',
  base_path: '',
}

export const bakery = {
  id: 'cli_01jnb0000000000000000000c1',
  name: 'Example Bakery OÜ',
  waiting_count: 6,
  documents_url: null,
}
export const cafe = {
  id: 'cli_01jnb0000000000000000000c2',
  name: 'Sample Café AS',
  waiting_count: 2,
  documents_url: null,
}

export function demoSession(change: Partial<PortalSession> = {}): PortalSession {
  return {
    contact: {
      id: 'con_01jnb0000000000000000000p1',
      name: 'Mari Maasikas',
      email: 'mari@bakery.example',
      language: 'en',
      welcome_seen: true,
    },
    clients: [bakery, cafe],
    today,
    time_zone: 'Europe/Tallinn',
    welcome_video: null,
    ...change,
  }
}

/** A task as a row of the list; everything that is not given is quiet. */
export function demoSummary(change: Partial<PortalTaskSummary> = {}): PortalTaskSummary {
  return {
    id: 'tsk_01jnb0000000000000000000t0',
    title: 'Send the bank statement for February',
    due: '2026-03-05',
    is_overdue: false,
    state: 'open',
    is_unread: false,
    is_sample: false,
    checklist_done: 0,
    checklist_total: 0,
    file_count: 0,
    message_count: 0,
    activity: 3,
    assigned_at: '2026-02-24T08:00:00Z',
    ...change,
  }
}

const id = (n: number): string => `tsk_01jnb0000000000000000000t${n}`

export const demoTasks: PortalTaskSummary[] = [
  demoSummary({
    id: id(1),
    title: 'Try it out: your first task',
    due: null,
    is_sample: true,
    is_unread: true,
    checklist_total: 3,
  }),
  demoSummary({
    id: id(2),
    title: 'Sign the annual report and send it back',
    due: '2026-02-27',
    is_overdue: true,
    is_unread: true,
    file_count: 1,
    message_count: 2,
  }),
  demoSummary({
    id: id(3),
    title: 'Documents for the VAT return',
    due: '2026-03-05',
    checklist_done: 2,
    checklist_total: 5,
    file_count: 4,
    message_count: 3,
  }),
  demoSummary({ id: id(4), title: 'Working hours for February', due: '2026-03-02', is_unread: true }),
  demoSummary({
    id: id(5),
    title: 'Stocktaking sheets for the first quarter',
    due: '2026-04-03',
    message_count: 1,
  }),
  demoSummary({ id: id(6), title: 'A copy of the new lease agreement', due: null }),
]

export const demoDone: PortalTaskSummary[] = [
  demoSummary({
    id: id(7),
    title: 'Bank statement for January',
    due: '2026-02-05',
    state: 'done',
    file_count: 1,
  }),
  demoSummary({
    id: id(8),
    title: 'Working hours for January',
    due: '2026-02-02',
    state: 'completed',
    file_count: 2,
    message_count: 1,
  }),
]

const accountant = { kind: 'member', name: 'Kati Kask', is_me: false } as const
const me = { kind: 'contact', name: 'Mari Maasikas', is_me: true } as const

export function demoFile(change: Partial<PortalFile> = {}): PortalFile {
  return {
    id: 'fil_01jnb0000000000000000000f1',
    name: 'Purchase invoices February.pdf',
    size_bytes: 2_483_311,
    content_type: 'application/pdf',
    author: me,
    at: '2026-03-01T09:12:00Z',
    message_id: null,
    ...change,
  }
}

export function demoMessage(change: Partial<PortalMessage> = {}): PortalMessage {
  return {
    id: 'msg_01jnb0000000000000000000m1',
    text: 'Good morning! Could you also add the invoice from the electricity company? The due date was on Friday.',
    author: accountant,
    at: '2026-03-01T08:05:00Z',
    reply_to: null,
    file_ids: [],
    ...change,
  }
}

export function demoTask(change: Partial<PortalTask> = {}): PortalTask {
  return {
    ...demoSummary({
      id: id(3),
      title: 'Documents for the VAT return',
      due: '2026-03-05',
      checklist_done: 2,
      checklist_total: 5,
      file_count: 2,
      message_count: 3,
    }),
    description:
      'Please collect everything for February. If an invoice is missing, tell us who sent it and we will ask for a copy.\n\nPhotos are fine as long as every number can be read.',
    checklist: [
      { id: 'chk_1', text: 'Sales invoices', is_done: true },
      { id: 'chk_2', text: 'Purchase invoices', is_done: true },
      { id: 'chk_3', text: 'Bank statement with all accounts', is_done: false },
      { id: 'chk_4', text: 'Fuel receipts', is_done: false },
      { id: 'chk_5', text: 'Contracts signed in February', is_done: false },
    ],
    client_may_tick: true,
    done: null,
    completed_at: null,
    request_id: null,
    messages: [
      demoMessage(),
      demoMessage({
        id: 'msg_01jnb0000000000000000000m2',
        text: 'Of course, it is at the bakery. I will take a photo this afternoon.',
        author: me,
        at: '2026-03-01T09:20:00Z',
        reply_to: 'msg_01jnb0000000000000000000m1',
      }),
      demoMessage({
        id: 'msg_01jnb0000000000000000000m3',
        text: 'Thank you!',
        at: '2026-03-01T09:24:00Z',
      }),
    ],
    files: [
      demoFile(),
      demoFile({
        id: 'fil_01jnb0000000000000000000f2',
        name: 'VAT return checklist.docx',
        size_bytes: 48_120,
        content_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        author: accountant,
        at: '2026-02-26T13:40:00Z',
      }),
    ],
    ...change,
  }
}

/** A file as a row of the list. */
export function demoFileSummary(change: Partial<PortalFileSummary> = {}): PortalFileSummary {
  const { message_id, ...file } = demoFile()
  const { id, title } = demoTask()
  return { ...file, belongs_to: { kind: 'task', id, title }, ...change }
}

/** A request as a row of the list; everything that is not given is quiet. */
export function demoRequestSummary(change: Partial<PortalRequestSummary> = {}): PortalRequestSummary {
  return {
    id: 'req_01jnb0000000000000000000r1',
    subject: 'A certificate for the bank',
    state: 'new',
    created_at: '2026-03-02T07:15:00Z',
    is_unread: false,
    message_count: 0,
    file_count: 0,
    activity: 1,
    ...change,
  }
}

export const demoRequests: PortalRequestSummary[] = [
  demoRequestSummary(),
  demoRequestSummary({
    id: 'req_01jnb0000000000000000000r2',
    subject: 'May we write off the old oven?',
    state: 'answered',
    created_at: '2026-02-26T09:00:00Z',
    is_unread: true,
    message_count: 2,
    file_count: 1,
  }),
]

export const demoFinishedRequests: PortalRequestSummary[] = [
  demoRequestSummary({
    id: 'req_01jnb0000000000000000000r3',
    subject: 'A new employee starts in March',
    state: 'converted',
    created_at: '2026-02-16T12:00:00Z',
    message_count: 3,
  }),
  demoRequestSummary({
    id: 'req_01jnb0000000000000000000r4',
    subject: 'Which day is the salary paid?',
    state: 'closed',
    created_at: '2026-01-20T12:00:00Z',
    message_count: 1,
  }),
]

export function demoRequest(change: Partial<PortalRequest> = {}): PortalRequest {
  return {
    ...demoRequestSummary(),
    text: 'The bank wants a certificate that we have no tax debt, not older than a week.\n\nWe need it by Friday.',
    author: me,
    seen_by: ['Kati Kask'],
    task_id: null,
    messages: [],
    files: [],
    ...change,
  }
}

/** Newest first. */
export const demoFiles: PortalFileSummary[] = [
  demoFileSummary({
    id: 'fil_01jnb0000000000000000000f3',
    name: 'Certificate.pdf',
    size_bytes: 96_412,
    author: accountant,
    at: '2026-03-02T07:20:00Z',
    belongs_to: { kind: 'request', id: demoRequest().id, title: demoRequest().subject },
  }),
  demoFileSummary(),
  demoFileSummary({
    id: 'fil_01jnb0000000000000000000f2',
    name: 'VAT return checklist.docx',
    size_bytes: 48_120,
    content_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    author: accountant,
    at: '2026-02-26T13:40:00Z',
  }),
  demoFileSummary({
    id: 'fil_01jnb0000000000000000000f4',
    name: 'Annual report of Example Bakery OÜ for 2025, signed by all members of the board.pdf',
    size_bytes: 5_812_002,
    at: '2026-02-20T08:05:00Z',
    belongs_to: { kind: 'task', id: id(2), title: 'Sign the annual report and send it back' },
  }),
]

/** The profile of whoever is signed in. */
export function demoProfile(change: Partial<PortalProfile> = {}): PortalProfile {
  const { id, name, email, language } = demoSession().contact
  return { id, name, email, language, phone: '+372 5555 0100', pending_email: null, version: 3, ...change }
}

/** Told of everything, as somebody who never chose. */
export function demoNotificationSettings(): PortalNotificationSettings {
  const on = { mail: true }
  return { task_assigned: on, reminder: on, portal_message: on, task_withdrawn: on, version: 0 }
}

/** What the server puts into the page of somebody who is signed in. */
export function demoBoot(change: Partial<PortalBoot> = {}): PortalBoot {
  return {
    branding,
    session: demoSession(),
    client: bakery.id,
    tasks: { items: demoTasks, next: null },
    ...change,
  }
}
