import type {
  OfficeFile,
  OfficeMessage,
  OfficeNotification,
  OfficeRequest,
  Overview,
  Series,
  Task,
  TaskSummary,
} from '@sild/api'
import { day, minutes } from './time'

/** A task of a list; what is not said is ordinary. */
const taskSummary = (change: Partial<TaskSummary> & { id: string; title: string }): TaskSummary => ({
  client: { id: 'cli_001', name: 'Example Bakery OÜ' },
  due: null,
  is_overdue: false,
  state: 'open',
  portal_state: 'not_assigned',
  client_state: 'open',
  assignee: { id: 'mem_owner', name: 'Demo Owner' },
  series_id: null,
  is_sample: false,
  checklist_done: 0,
  checklist_total: 0,
  has_client_news: false,
  ...change,
})

/** The work list. */
export const tasks: TaskSummary[] = [
  taskSummary({
    id: 'tsk_statement',
    title: 'Bank statement for February',
    due: day(-2),
    is_overdue: true,
    portal_state: 'assigned',
    series_id: 'ser_statement',
    checklist_done: 2,
    checklist_total: 5,
    has_client_news: true,
  }),
  taskSummary({
    id: 'tsk_vat',
    title: 'VAT return: missing purchase invoices',
    due: day(0),
    portal_state: 'assigned',
    client_state: 'done',
    client: { id: 'cli_004', name: 'Example Electrics OÜ' },
  }),
  taskSummary({
    id: 'tsk_payroll',
    title: 'Payroll: working hours of March',
    due: day(3),
    portal_state: 'assigned',
    checklist_total: 3,
    client: { id: 'cli_007', name: 'Example Hostel OÜ' },
    series_id: 'ser_payroll',
  }),
  taskSummary({
    id: 'tsk_report',
    title: 'Annual report: sign the draft',
    due: day(20),
    portal_state: 'withdrawn',
    client: { id: 'cli_002', name: 'Example Carpentry OÜ' },
    assignee: { id: 'mem_second', name: 'Second Accountant' },
  }),
  taskSummary({
    id: 'tsk_check',
    title: 'Check the fixed assets register',
    due: day(41),
    checklist_done: 1,
    checklist_total: 4,
  }),
  taskSummary({ id: 'tsk_call', title: 'Ask about the new lease contract', assignee: null }),
]

/** A message; what is not said is ordinary. */
export const message = (change: Partial<OfficeMessage> & { id: string; text: string }): OfficeMessage => ({
  author: { kind: 'member', name: 'Demo Owner', is_me: true },
  at: minutes(-60),
  reply_to: null,
  file_ids: [],
  visibility: 'internal',
  ...change,
})

/** A file; what is not said is ordinary. */
export const file = (change: Partial<OfficeFile> & { id: string; name: string }): OfficeFile => ({
  size_bytes: 214_000,
  content_type: 'application/pdf',
  author: { kind: 'member', name: 'Demo Owner', is_me: true },
  at: minutes(-90),
  message_id: null,
  visibility: 'portal',
  digitisation: null,
  ...change,
})

/** A task with its thread; what is not said is the demo's bank statement. */
export const task = (change: Partial<Task> = {}): Task => ({
  ...taskSummary({
    id: 'tsk_statement',
    title: 'Bank statement for February',
    due: day(-2),
    is_overdue: true,
    portal_state: 'assigned',
    series_id: 'ser_statement',
    checklist_done: 2,
    checklist_total: 5,
    has_client_news: true,
  }),
  description:
    'Please send the statement of every account for February, as PDF or XML.\n\nIf an account was opened or closed during the month, write it below.',
  checklist: [
    { id: 'chk_1', text: 'Current account', is_done: true },
    { id: 'chk_2', text: 'Savings account', is_done: true },
    { id: 'chk_3', text: 'Company card', is_done: false },
    { id: 'chk_4', text: 'Loan account with the repayment schedule', is_done: false },
    { id: 'chk_5', text: 'Payment provider payouts', is_done: false },
  ],
  client_may_tick: true,
  auto_complete: false,
  reminders: { choice: { mode: 'inherit' }, next_on: null, asked_at: null, last_at: null, count: 0 },
  digitisation_email: null,
  request_id: null,
  created_at: minutes(-9 * 24 * 60),
  completed: null,
  done: null,
  portal: {
    client_portal_is_open: true,
    recipients: [
      { id: 'con_mari', name: 'Mari Maasikas', has_access: true },
      { id: 'con_jaan', name: 'Jaan Tamm', has_access: true },
      { id: 'con_old', name: 'Former Contact', has_access: false },
    ],
    assigned_at: minutes(-9 * 24 * 60),
    announce_at: null,
    announced_at: minutes(-9 * 24 * 60 + 5),
  },
  messages: [
    message({
      id: 'msg_1',
      text: 'Last month the card statement came late. Ask for it first.',
      at: minutes(-3 * 24 * 60),
      author: { kind: 'member', name: 'Second Accountant', is_me: false },
    }),
    message({
      id: 'msg_2',
      text: 'Good morning! The statements of the current and the savings account are attached. Is the company card needed as well, or only the summary?',
      at: minutes(-95),
      author: { kind: 'contact', name: 'Mari Maasikas', is_me: false },
      visibility: 'portal',
      file_ids: ['fil_1', 'fil_2'],
    }),
    message({
      id: 'msg_3',
      text: 'Thank you. The full card statement, please: the summary does not show the merchants.',
      at: minutes(-40),
      visibility: 'portal',
      reply_to: 'msg_2',
    }),
  ],
  files: [
    file({
      id: 'fil_1',
      name: 'current-account-2026-02.pdf',
      at: minutes(-95),
      author: { kind: 'contact', name: 'Mari Maasikas', is_me: false },
      message_id: 'msg_2',
    }),
    file({
      id: 'fil_2',
      name: 'savings-account-2026-02.pdf',
      size_bytes: 10_380_902,
      at: minutes(-95),
      author: { kind: 'contact', name: 'Mari Maasikas', is_me: false },
      message_id: 'msg_2',
    }),
    file({
      id: 'fil_3',
      name: 'reconciliation-draft.xlsx',
      size_bytes: 48_210,
      content_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      visibility: 'internal',
    }),
  ],
  version: 12,
  ...change,
})

/** A task that was assigned a moment ago: its mail waits. */
export const waitingTask = (): Task =>
  task({
    id: 'tsk_payroll',
    title: 'Payroll: working hours of March',
    due: day(3),
    is_overdue: false,
    series_id: null,
    has_client_news: false,
    messages: [],
    files: [],
    checklist: [],
    checklist_done: 0,
    checklist_total: 0,
    description: '',
    portal: { ...task().portal, assigned_at: minutes(0), announce_at: minutes(4.2), announced_at: null },
  })

/** A task whose client has no open portal. */
export const closedTask = (): Task =>
  task({
    id: 'tsk_check',
    title: 'Check the fixed assets register',
    due: day(41),
    is_overdue: false,
    portal_state: 'not_assigned',
    series_id: null,
    messages: [],
    files: [],
    portal: {
      client_portal_is_open: false,
      recipients: [{ id: 'con_mari', name: 'Mari Maasikas', has_access: true }],
      assigned_at: null,
      announce_at: null,
      announced_at: null,
    },
  })

/** A series; what is not said is monthly on the last day. */
export const series = (change: Partial<Series> = {}): Series => ({
  id: 'ser_statement',
  client: { id: 'cli_001', name: 'Example Bakery OÜ' },
  title: 'Bank statement',
  description: 'Please send the statement of every account, as PDF or XML.',
  checklist: [{ text: 'Current account' }, { text: 'Savings account' }, { text: 'Company card' }],
  recurrence: {
    frequency: { kind: 'monthly', day: { kind: 'last' } },
    every: 1,
    weekend: 'before',
    start: '2026-01-01',
    end: { kind: 'never' },
    due_after_days: 7,
  },
  assign_to_client: true,
  client_may_tick: true,
  auto_complete: false,
  reminders: { mode: 'inherit' },
  assignee: { id: 'mem_owner', name: 'Demo Owner' },
  is_paused: false,
  next_dates: nextDates,
  created_count: 2,
  version: 3,
  ...change,
})

/** The five dates that the demo's server gives for any rule. */
export const nextDates = [
  { nominal: '2026-03-31', date: '2026-03-31', due: '2026-04-07' },
  { nominal: '2026-04-30', date: '2026-04-30', due: '2026-05-07' },
  { nominal: '2026-05-31', date: '2026-05-29', due: '2026-06-05' },
  { nominal: '2026-06-30', date: '2026-06-30', due: '2026-07-07' },
  { nominal: '2026-07-31', date: '2026-07-31', due: '2026-08-07' },
]

/** The office's series. */
export const seriesList = (): Series[] => [
  series(),
  series({
    id: 'ser_payroll',
    title: 'Payroll: working hours',
    client: { id: 'cli_007', name: 'Example Hostel OÜ' },
    recurrence: {
      ...series().recurrence,
      frequency: { kind: 'weekly', weekdays: ['monday', 'thursday'] },
      every: 2,
      end: { kind: 'count', count: 12 },
    },
    created_count: 5,
  }),
  series({
    id: 'ser_report',
    title: 'Annual report',
    client: { id: 'cli_002', name: 'Example Carpentry OÜ' },
    recurrence: {
      ...series().recurrence,
      frequency: { kind: 'yearly', month: 6, day: { kind: 'nth_weekday', nth: -1, weekday: 'friday' } },
    },
    is_paused: true,
    created_count: 0,
  }),
]

/** What clients did. */
/** The office at a glance, with something of everything. */
export function overview(change: Partial<Overview> = {}): Overview {
  const bakery = { id: 'cli_001', name: 'Example Bakery OÜ' }
  const garage = { id: 'cli_002', name: 'Example Garage OÜ' }
  return {
    today: day(0),
    until: day(6),
    reminder_hour: 9,
    is_cut: false,
    busiest: [
      { client: bakery, open_count: 9, waiting_count: 6 },
      { client: garage, open_count: 4, waiting_count: 0 },
    ],
    overdue: [
      { client: garage, count: 100, earliest_due: day(-40) },
      { client: bakery, count: 2, earliest_due: day(-3) },
    ],
    announcements: [
      { task_id: 'tsk_report', title: 'Annual report', client: garage, at: '2026-03-10T08:47:00Z' },
    ],
    series: [
      {
        series_id: 'ser_vat',
        title: 'VAT return',
        client: bakery,
        nominal: day(1),
        on: day(1),
        assign_to_client: true,
      },
      {
        series_id: 'ser_check',
        title: 'Check the ledger',
        client: garage,
        nominal: day(5),
        on: day(3),
        assign_to_client: false,
      },
    ],
    reminders: [
      {
        task_id: 'tsk_statement',
        title: 'Bank statement for February',
        client: bakery,
        on: day(0),
        due: day(3),
      },
      { task_id: 'tsk_report', title: 'Annual report', client: garage, on: day(3), due: day(4) },
    ],
    ...change,
  }
}

export const notifications: OfficeNotification[] = [
  {
    id: 'ntf_4',
    kind: 'portal_message',
    task_id: 'tsk_statement',
    request_id: null,
    title: 'Bank statement for February',
    client: { id: 'cli_001', name: 'Example Bakery OÜ' },
    actor: 'Mari Maasikas',
    at: minutes(-4),
    is_read: false,
  },
  {
    id: 'ntf_3',
    kind: 'client_file',
    task_id: 'tsk_statement',
    request_id: null,
    title: 'Bank statement for February',
    client: { id: 'cli_001', name: 'Example Bakery OÜ' },
    actor: 'Mari Maasikas',
    at: minutes(-95),
    is_read: false,
  },
  {
    id: 'ntf_2',
    kind: 'client_done',
    task_id: 'tsk_vat',
    request_id: null,
    title: 'VAT return: missing purchase invoices',
    client: { id: 'cli_004', name: 'Example Electrics OÜ' },
    actor: 'Jaan Tamm',
    at: minutes(-300),
    is_read: false,
  },
  {
    id: 'ntf_1',
    kind: 'portal_message',
    task_id: 'tsk_report',
    request_id: null,
    title: 'Annual report: sign the draft',
    client: { id: 'cli_002', name: 'Example Carpentry OÜ' },
    actor: 'Jaan Tamm',
    at: minutes(-2 * 24 * 60),
    is_read: true,
  },
]

/** A request with its thread; what is not said is the demo's certificate. */
export const request = (change: Partial<OfficeRequest> = {}): OfficeRequest => ({
  id: 'req_certificate',
  client: { id: 'cli_001', name: 'Example Bakery OÜ' },
  subject: 'A certificate for the bank',
  state: 'new',
  author: { kind: 'contact', name: 'Mari Maasikas', is_me: false },
  created_at: minutes(-95),
  task_id: null,
  message_count: 0,
  file_count: 0,
  has_client_news: false,
  text: 'The bank wants a certificate that we have no tax debt.',
  ended: null,
  messages: [],
  files: [],
  ...change,
})
