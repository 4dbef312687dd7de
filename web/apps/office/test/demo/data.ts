import type {
  Answer,
  BulkOpening,
  BulkPreview,
  ClientSummary,
  Contact,
  Member,
  OfficeClient,
  OfficeSession,
  PortalSettings,
  Template,
} from '@sild/api'
import { derivePalette } from '@sild/brand'
import { day, minutes, TODAY } from './time'

/** Who is signed in. */
export const session: OfficeSession = {
  member: {
    id: 'mem_owner',
    name: 'Demo Owner',
    email: 'owner@office.example',
    role: 'owner',
    language: 'en',
  },
  office: {
    id: 'off_demo',
    name: 'Demo Office',
    time_zone: 'Europe/Tallinn',
    portal_is_active: true,
    portal_slug: 'demo-office',
    portal_url: 'https://demo-office.sild.example',
  },
  unread_notifications: 3,
  today: TODAY,
}

/** The office's members. */
export const members: Member[] = [
  member('owner', 'Demo Owner', 'owner'),
  member('admin', 'Demo Admin', 'admin'),
  member('second', 'Second Accountant', 'member'),
]

function member(word: string, name: string, role: Member['role']): Member {
  const email = `${word}@office.example`
  const fixed = { state: 'active', address_state: 'ok', last_seen_at: null, version: 1 } as const
  return { id: `mem_${word}`, name, email, role, ...fixed }
}

const palette = (colour: string): PortalSettings['palette'] => {
  const derived = derivePalette(colour)
  if (derived === null) throw new Error(`not a colour: ${colour}`)
  // The wire's palette comes from the server; the screens derive their own for unsaved colours.
  return derived as unknown as PortalSettings['palette']
}

/** The portal as it is set up. */
export const portal: PortalSettings = {
  is_active: true,
  slug: 'demo-office',
  suggested_slug: 'demo-office',
  name: 'Demo Office',
  colour: '#e07a1f',
  description: 'Everything we need from you, in one place.',
  palette: palette('#e07a1f'),
  icon: { state: 'none', reason: null, url: null },
  logo: { state: 'none', reason: null, url: null },
  welcome_video: { state: 'none', reason: null, url: null },
  url: 'https://demo-office.sild.example',
  version: 4,
}

/** What holds for the whole office. */
export const settings: Answer<'get_office_settings'> = {
  digitisation_is_on: true,
  reminders: { days_before: 3, on_the_day: true, every_days_after: null, at_most: 4 },
  reminder_hour: 9,
  version: 2,
}

/** The sample tasks of the office. */
export const templates: Template[] = [
  {
    id: 'tpl_1',
    title: 'Get to know your client portal',
    description: 'This is an example of a task, so that you can try everything out.',
    checklist: [{ text: 'Write a message' }, { text: 'Add a file' }, { text: 'Mark it as done' }],
    client_may_tick: true,
    version: 1,
  },
  {
    id: 'tpl_2',
    title: 'How we work together',
    description: '',
    checklist: [],
    client_may_tick: false,
    version: 3,
  },
]

/** A contact; what is not said is ordinary. */
export const contact = (change: Partial<Contact> & { id: string; name: string }): Contact => ({
  email: `${change.name.split(' ')[0]?.toLowerCase()}@client.example`,
  phone: null,
  language: 'en',
  has_access: true,
  address_state: 'ok',
  is_archived: false,
  last_seen_at: null,
  changes: [],
  version: 1,
  ...change,
})

/** A client of the list; what is not said is ordinary. */
const clientSummary = (change: Partial<ClientSummary> & { id: string; name: string }): ClientSummary => ({
  registry_code: null,
  portal_state: 'closed',
  last_seen_at: null,
  responsible: [{ id: 'mem_owner', name: 'Demo Owner' }],
  contact_count: 1,
  open_count: 0,
  earliest_due: null,
  is_overdue: false,
  is_archived: false,
  ...change,
})

const KINDS = ['Bakery', 'Carpentry', 'Dental Care', 'Electrics', 'Florist', 'Garage', 'Hostel', 'Ironworks']
const STATES = ['active', 'invited', 'silent', 'closed'] as const

/** Two hundred and forty clients, enough for a table that only draws what is seen. */
export const clients: ClientSummary[] = Array.from({ length: 240 }, (_, index) => {
  const kind = KINDS[index % KINDS.length] ?? 'Bakery'
  const turn = (index * 31 + Math.floor(index / 8) * 17) % 97
  const state = STATES[turn % STATES.length] ?? 'closed'
  const open = turn % 9
  const isOverdue = open > 0 && turn % 5 === 1
  return clientSummary({
    id: `cli_${String(index + 1).padStart(3, '0')}`,
    name: `Example ${kind} ${String(Math.floor(index / 8) + 1).padStart(2, '0')} OÜ`,
    registry_code: index % 5 === 4 ? null : String(10_000_018 + index * 37),
    portal_state: state,
    last_seen_at: state === 'active' ? minutes(-((index * 97) % 9000) - 3) : null,
    responsible:
      turn % 7 === 6
        ? []
        : turn % 3 === 0
          ? [
              { id: 'mem_owner', name: 'Demo Owner' },
              { id: 'mem_second', name: 'Second Accountant' },
            ]
          : [{ id: 'mem_second', name: 'Second Accountant' }],
    contact_count: turn % 4,
    open_count: open,
    earliest_due: open === 0 ? null : day(isOverdue ? -2 - (index % 4) : (index % 12) + 1),
    is_overdue: isOverdue,
  })
}).sort((a, b) => a.name.localeCompare(b.name))

/** The client whose card the demo opens. */
export const client: OfficeClient = {
  ...clientSummary({
    id: 'cli_001',
    name: 'Example Bakery OÜ',
    registry_code: '10000018',
    portal_state: 'active',
    last_seen_at: minutes(-12),
    responsible: [
      { id: 'mem_owner', name: 'Demo Owner' },
      { id: 'mem_second', name: 'Second Accountant' },
    ],
    contact_count: 3,
    open_count: 4,
    earliest_due: day(-2),
    is_overdue: true,
  }),
  digitisation_email: null,
  members: [],
  documents_url: null,
  contacts: [
    contact({ id: 'con_mari', name: 'Mari Maasikas', phone: '+372 5555 0100', last_seen_at: minutes(-12) }),
    contact({ id: 'con_jaan', name: 'Jaan Tamm', language: 'et' }),
    contact({ id: 'con_old', name: 'Former Contact', has_access: false, address_state: 'bounced' }),
  ],
  version: 7,
}

/** Who would get access, who has it, and who is skipped. */
export const bulkPreview: BulkPreview = {
  client_count: 4,
  clients: [
    {
      id: 'cli_001',
      name: 'Example Bakery OÜ',
      already_open: false,
      contacts: [
        { id: 'con_mari', name: 'Mari Maasikas', email: 'mari@client.example', reason: null },
        { id: 'con_jaan', name: 'Jaan Tamm', email: 'jaan@client.example', reason: null },
        { id: 'con_old', name: 'Former Contact', email: 'former@client.example', reason: 'bounced' },
      ],
    },
    {
      id: 'cli_002',
      name: 'Example Carpentry OÜ',
      already_open: false,
      contacts: [{ id: 'con_two', name: 'Second Contact', email: 'two@client.example', reason: null }],
    },
    { id: 'cli_003', name: 'Example Dental Care OÜ', already_open: false, contacts: [] },
    {
      id: 'cli_004',
      name: 'Example Electrics OÜ',
      already_open: true,
      contacts: [
        { id: 'con_four', name: 'Fourth Contact', email: 'four@client.example', reason: null },
        { id: 'con_without', name: 'Without Access', email: 'without@client.example', reason: 'no_access' },
      ],
    },
  ],
  invitation_count: 3,
  expected_minutes: 1,
  again_invitation_count: 4,
  again_expected_minutes: 1,
}

/** An opening; what is not said is done. */
export const bulkOpening = (change: Partial<BulkOpening> = {}): BulkOpening => ({
  id: 'blk_1',
  state: 'done',
  with_invitations: true,
  send_again: false,
  total: 4,
  opened: 2,
  already_open: 1,
  invited: 3,
  skipped: [
    {
      client_id: 'cli_001',
      client_name: 'Example Bakery OÜ',
      contact_name: 'Former Contact',
      reason: 'bounced',
    },
    {
      client_id: 'cli_003',
      client_name: 'Example Dental Care OÜ',
      contact_name: null,
      reason: 'no_contacts',
    },
  ],
  expected_end: minutes(1),
  ...change,
})
