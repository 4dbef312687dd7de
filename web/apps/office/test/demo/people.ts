import type { Answer } from '@sild/api'
import { minutes } from './time'

type ContactCard = Answer<'get_contact'>

/** A contact with their clients; what is not said is Mari's. */
export const contactCard = (change: Partial<ContactCard> = {}): ContactCard => ({
  id: 'con_mari',
  name: 'Mari Maasikas',
  email: 'mari@client.example',
  phone: '+372 5555 0100',
  language: 'et',
  address_state: 'ok',
  is_archived: false,
  last_seen_at: minutes(-12),
  changes: [],
  clients: [
    { id: 'cli_001', name: 'Example Bakery OÜ', has_access: true, portal_is_open: true },
    { id: 'cli_006', name: 'Example Garage OÜ', has_access: false, portal_is_open: false },
  ],
  version: 4,
  ...change,
})

/** Everybody at the office's clients. */
export const contactCards: ContactCard[] = [
  contactCard(),
  contactCard({ id: 'con_jaan', name: 'Jaan Tamm', email: 'jaan@client.example', clients: [] }),
  contactCard({
    id: 'con_old',
    name: 'Former Contact',
    email: 'former@client.example',
    address_state: 'bounced',
    last_seen_at: null,
  }),
]
