import { useMemo } from 'react'
import { ContactBadges } from '../../../shell/contacts/ContactTrouble'
import type { ContactCard } from '../../../shell/contacts/commands'
import { agoWords } from '../../../shell/dates'
import { formatList, t } from '../../../shell/i18n'
import { StateDot } from '../../../ui/Badge'
import { useMedia } from '../../../ui/useMedia'
import { type VirtualColumn, VirtualTable } from '../../../ui/VirtualTable'
import styles from './Contacts.module.css'

type ContactsTableProps = {
  contacts: ContactCard[]
  onOpen: (id: string) => void
  onMore?: (() => void) | undefined
  isLoadingMore: boolean
}

/** The people at all clients, however many. */
export function ContactsTable({ contacts, onOpen, onMore, isLoadingMore }: ContactsTableProps) {
  const isNarrow = useMedia('(max-width: 640px)')
  const columns = useMemo(() => columnsFor(isNarrow), [isNarrow])
  return (
    <VirtualTable
      label={t('people.heading')}
      columns={columns}
      items={contacts}
      textOf={(contact) => contact.name}
      onOpen={onOpen}
      onMore={onMore}
      isLoadingMore={isLoadingMore}
      moreText={t('states.loadingMore')}
      rowHeight={isNarrow ? 66 : 56}
    />
  )
}

function columnsFor(isNarrow: boolean): VirtualColumn<ContactCard>[] {
  const name: VirtualColumn<ContactCard> = {
    id: 'name',
    title: t('people.columns.name'),
    width: '2fr',
    minWidth: 140,
    cell: (contact) => (
      <span className={styles.cell}>
        <span className={styles.nameLine}>
          <span className={styles.name}>{contact.name}</span>
          <ContactBadges contact={contact} />
        </span>
        <span className={styles.note}>{contact.email}</span>
      </span>
    ),
  }
  const clients: VirtualColumn<ContactCard> = {
    id: 'clients',
    title: t('people.columns.clients'),
    width: '1.5fr',
    minWidth: 110,
    cell: (contact) =>
      isNarrow ? (
        <span className={styles.cell}>
          <Clients contact={contact} />
          <span className={styles.note}>
            <AccessWord contact={contact} />
          </span>
        </span>
      ) : (
        <Clients contact={contact} />
      ),
  }
  if (isNarrow) return [name, clients]
  return [
    name,
    clients,
    {
      id: 'access',
      title: t('people.columns.access'),
      width: 170,
      cell: (contact) => <AccessWord contact={contact} />,
    },
    {
      id: 'seen',
      title: t('people.columns.seen'),
      width: 120,
      isEnd: true,
      cell: ({ last_seen_at }) => (
        <span className={styles.note}>{last_seen_at ? agoWords(last_seen_at) : t('people.never')}</span>
      ),
    },
  ]
}

function Clients({ contact: { clients } }: { contact: ContactCard }) {
  const [first, ...others] = clients
  if (first === undefined) return <span className={styles.note}>{t('people.noClients')}</span>
  return (
    <span className={styles.clientNames} title={formatList(clients.map(({ name }) => name))}>
      <span className={styles.ellipsis}>{first.name}</span>
      {/* However long the name is, that there are others is seen. */}
      {others.length === 0 ? null : (
        <span className={styles.others}>{t('people.others', { count: others.length })}</span>
      )}
    </span>
  )
}

function AccessWord({ contact: { clients, is_archived } }: { contact: ContactCard }) {
  const count = is_archived ? 0 : clients.filter(({ has_access }) => has_access).length
  if (count === 0) return <StateDot isHollow>{t('people.accessNone')}</StateDot>
  return (
    <StateDot tone="good">
      {count === clients.length
        ? t('people.accessAll')
        : t('people.accessSome', { count, total: clients.length })}
    </StateDot>
  )
}
