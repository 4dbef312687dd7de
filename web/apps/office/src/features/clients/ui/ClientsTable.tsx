import type { ClientSummary } from '@sild/api'
import { TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { dueWords } from '../../../shell/dates'
import { formatList, formatNumber, t } from '../../../shell/i18n'
import { useSession } from '../../../shell/session'
import { Avatar } from '../../../ui/Avatar'
import { useMedia } from '../../../ui/useMedia'
import { type VirtualColumn, VirtualTable } from '../../../ui/VirtualTable'
import styles from './Clients.module.css'
import { PortalStateWord } from './PortalStateWord'

type ClientsTableProps = {
  clients: ClientSummary[]
  /** What is chosen for an operation on many; nothing can be chosen where it is left out. */
  selection?: { selected: Set<string> | 'all'; onSelect: (selected: Set<string> | 'all') => void } | undefined
  onOpen: (id: string) => void
  onMore?: (() => void) | undefined
  isLoadingMore: boolean
}

/** The office's clients, however many. */
export function ClientsTable(props: ClientsTableProps) {
  const { today } = useSession()
  const isNarrow = useMedia('(max-width: 640px)')
  const isMedium = useMedia('(max-width: 1080px)')
  const columns = useMemo(() => columnsFor(today, isNarrow, isMedium), [today, isNarrow, isMedium])
  return (
    <VirtualTable
      label={t('clients.heading')}
      columns={columns}
      items={props.clients}
      textOf={(client) => client.name}
      selection={
        props.selection && {
          ...props.selection,
          labelOf: (client) => t('clients.selectOne', { name: client.name }),
        }
      }
      onOpen={props.onOpen}
      onMore={props.onMore}
      isLoadingMore={props.isLoadingMore}
      moreText={t('states.loadingMore')}
      rowHeight={isNarrow ? 66 : 52}
    />
  )
}

function columnsFor(today: string, isNarrow: boolean, isMedium: boolean): VirtualColumn<ClientSummary>[] {
  const name: VirtualColumn<ClientSummary> = {
    id: 'name',
    title: t('clients.columns.name'),
    width: '2fr',
    minWidth: isNarrow ? 104 : 140,
    cell: (client) => (
      <span className={styles.nameCell}>
        <span className={styles.name}>{client.name}</span>
        <span className={styles.note}>
          {isNarrow ? (
            <PortalStateWord client={client} />
          ) : (
            [
              client.registry_code,
              client.contact_count === 0
                ? t('clients.noContacts')
                : t('clients.contactCount', { count: client.contact_count }),
            ]
              .filter(Boolean)
              .join(' · ')
          )}
        </span>
      </span>
    ),
  }
  const responsible: VirtualColumn<ClientSummary> = {
    id: 'responsible',
    title: t('clients.columns.responsible'),
    width: '1.2fr',
    minWidth: 120,
    cell: (client) => <Responsible people={client.responsible} />,
  }
  const portal: VirtualColumn<ClientSummary> = {
    id: 'portal',
    title: t('clients.columns.portal'),
    width: '1.3fr',
    minWidth: 150,
    cell: (client) => <PortalStateWord client={client} />,
  }
  const work: VirtualColumn<ClientSummary> = {
    id: 'work',
    title: t('clients.columns.open'),
    // On a phone the words of a deadline still fit beside the name.
    width: isNarrow ? 156 : 190,
    minWidth: 96,
    isEnd: true,
    cell: (client) => <OpenWork client={client} today={today} />,
  }
  if (isNarrow) return [name, work]
  return isMedium ? [name, portal, work] : [name, responsible, portal, work]
}

function Responsible({ people }: { people: ClientSummary['responsible'] }) {
  const first = people[0]
  if (first === undefined) return <span className={styles.note}>{t('clients.nobody')}</span>
  return (
    <span className={styles.responsible} title={formatList(people.map(({ name }) => name))}>
      <Avatar name={first.name} size="small" />
      <span className={styles.name}>
        {people.length === 1
          ? first.name
          : t('clients.andMore', { name: first.name, count: people.length - 1 })}
      </span>
    </span>
  )
}

function OpenWork({ client, today }: { client: ClientSummary; today: string }) {
  return (
    <span className={styles.work}>
      {client.earliest_due !== null && client.is_overdue ? (
        <span className={styles.overdue}>
          <TriangleAlert size={13} aria-hidden="true" />
          {dueWords(client.earliest_due, today, true)}
        </span>
      ) : null}
      <span className={client.open_count === 0 ? styles.zero : styles.count}>
        {t('clients.openTasks', { count: client.open_count, shown: formatNumber(client.open_count) })}
      </span>
    </span>
  )
}
