import type { OfficeClient } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { Archive } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { formatNumber, t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { Page, PageHead } from '../../../ui/Layout'
import { MenuItem } from '../../../ui/Menu'
import { MoreMenu } from '../../../ui/MoreMenu'
import { Skeleton } from '../../../ui/States'
import { TabLinks } from '../../../ui/TabLinks'
import { useClient } from '../api/clients'
import { CLIENT_TABS, type ClientTab } from '../model/tabs'
import { ArchivedNotice } from './ArchivedNotice'
import styles from './Client.module.css'
import { ContactsCard } from './ContactsCard'
import { DetailsCard } from './DetailsCard'
import { PortalCard } from './PortalCard'
import { PortalStateWord } from './PortalStateWord'
import { TeamCard } from './TeamCard'

const EditClientDialog = lazy(() =>
  import('./EditClientDialog').then((m) => ({ default: m.EditClientDialog })),
)
const ClientFiles = lazy(() => import('./ClientFiles').then((m) => ({ default: m.ClientFiles })))
const ArchiveDialog = lazy(() => import('./ArchiveDialog').then((m) => ({ default: m.ArchiveDialog })))

type ClientScreenProps = {
  id: string
  tab: ClientTab
  /** What other parts of the app show of this client; an archived one gets no more tasks and series. */
  tasks: (canGetMore: boolean) => ReactNode
  requests: ReactNode
  series: (canGetMore: boolean) => ReactNode
  actions: ReactNode
}

/** A client's card: its tasks, requests, files, contacts and series, who answers for it, and whether its portal is open. */
export function ClientScreen({ id, tab, tasks, requests, series, actions }: ClientScreenProps) {
  const client = useClient(id)
  if (client.data) {
    return (
      <ClientView
        client={client.data}
        tab={tab}
        tasks={tasks}
        requests={requests}
        series={series}
        actions={actions}
      />
    )
  }
  return (
    <Page width="wide">
      <PageHead
        title={t('client.one')}
        above={
          <Link to="/clients" activeOptions={{ exact: true }}>
            {t('clients.heading')}
          </Link>
        }
      />
      <QueryView
        query={client}
        errorTitle={t('client.loadFailed')}
        skeleton={<Skeleton label={t('states.loading')} rows={5} isForm />}
      >
        {() => null}
      </QueryView>
    </Page>
  )
}

function ClientView({
  client,
  tab,
  tasks,
  requests,
  series,
  actions,
}: Omit<ClientScreenProps, 'id'> & { client: OfficeClient }) {
  const [dialog, setDialog] = useState<'edit' | 'archive' | null>(null)
  const close = () => setDialog(null)
  return (
    <Page width="wide">
      <PageHead
        title={client.name}
        above={
          <Link to="/clients" activeOptions={{ exact: true }}>
            {t('clients.heading')}
          </Link>
        }
        below={
          <>
            {client.registry_code ? <span>{client.registry_code}</span> : null}
            {client.is_archived ? (
              <Badge icon={<Archive />}>{t('clientCard.archivedBadge')}</Badge>
            ) : (
              <PortalStateWord client={client} />
            )}
          </>
        }
        actions={
          <>
            <Button variant="quiet" onPress={() => setDialog('edit')}>
              {t('actions.edit')}
            </Button>
            {client.is_archived ? null : (
              <>
                <MoreMenu label={t('clientCard.more', { client: client.name })}>
                  <MenuItem icon={<Archive size={15} />} isDanger onAction={() => setDialog('archive')}>
                    {t('clientCard.archive')}
                  </MenuItem>
                </MoreMenu>
                {actions}
              </>
            )}
          </>
        }
      />
      {client.is_archived ? <ArchivedNotice client={client} /> : null}
      <div className={styles.columns}>
        <div className={styles.main}>
          <TabLinks
            label={t('client.tabs')}
            tabs={CLIENT_TABS.map((name) => ({
              id: name,
              isCurrent: name === tab,
              link: (content, linkProps) => (
                <Link
                  {...linkProps}
                  to="/clients/$client"
                  params={{ client: client.id }}
                  search={name === 'tasks' ? {} : { tab: name }}
                  activeOptions={{ exact: true }}
                  resetScroll={false}
                >
                  {content}
                </Link>
              ),
              title: tabTitle(name),
              count: tabCount(name, client),
            }))}
          />
          {tab === 'tasks' ? tasks(!client.is_archived) : null}
          {tab === 'requests' ? requests : null}
          {tab === 'files' ? (
            <Suspense fallback={<Skeleton label={t('states.loading')} />}>
              <ClientFiles client={client.id} />
            </Suspense>
          ) : null}
          {tab === 'contacts' ? <ContactsCard client={client} /> : null}
          {tab === 'series' ? series(!client.is_archived) : null}
        </div>
        <aside className={styles.side} aria-label={t('client.aside')}>
          <PortalCard client={client} />
          <TeamCard client={client} />
          <DetailsCard client={client} onEdit={() => setDialog('edit')} />
        </aside>
      </div>
      <Suspense fallback={null}>
        {dialog === 'edit' ? <EditClientDialog client={client} onClose={close} /> : null}
        {dialog === 'archive' ? <ArchiveDialog client={client} onClose={close} /> : null}
      </Suspense>
    </Page>
  )
}

function tabTitle(tab: ClientTab): string {
  switch (tab) {
    case 'tasks':
      return t('client.tab.tasks')
    case 'requests':
      return t('requests.heading')
    case 'files':
      return t('files.title')
    case 'contacts':
      return t('client.tab.contacts')
    case 'series':
      return t('client.tab.series')
  }
}

function tabCount(tab: ClientTab, client: OfficeClient): string | null {
  if (tab === 'tasks') return client.open_count > 0 ? formatNumber(client.open_count) : null
  if (tab === 'contacts') return client.contacts.length > 0 ? formatNumber(client.contacts.length) : null
  return null
}
