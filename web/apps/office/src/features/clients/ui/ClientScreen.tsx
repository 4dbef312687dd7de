import type { OfficeClient } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { formatNumber, t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { Button } from '../../../ui/Button'
import { Page, PageHead } from '../../../ui/Layout'
import { Skeleton } from '../../../ui/States'
import { TabLinks } from '../../../ui/TabLinks'
import { useClient } from '../api/clients'
import { CLIENT_TABS, type ClientTab } from '../model/tabs'
import styles from './Client.module.css'
import { ContactsCard } from './ContactsCard'
import { EditClientDialog } from './EditClientDialog'
import { PortalCard } from './PortalCard'
import { PortalStateWord } from './PortalStateWord'
import { ResponsibleCard } from './ResponsibleCard'

type ClientScreenProps = {
  id: string
  tab: ClientTab
  /** What other parts of the app show of this client. */
  tasks: ReactNode
  requests: ReactNode
  series: ReactNode
  actions: ReactNode
}

/** A client's card: its tasks, requests, contacts and series, who answers for it, and whether its portal is open. */
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
  const [isEditing, setEditing] = useState(false)
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
            <PortalStateWord client={client} />
          </>
        }
        actions={
          <>
            <Button variant="quiet" onPress={() => setEditing(true)}>
              {t('actions.edit')}
            </Button>
            {actions}
          </>
        }
      />
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
          {tab === 'tasks' ? tasks : null}
          {tab === 'requests' ? requests : null}
          {tab === 'contacts' ? <ContactsCard client={client} /> : null}
          {tab === 'series' ? series : null}
        </div>
        <aside className={styles.side} aria-label={t('client.aside')}>
          <PortalCard client={client} />
          <ResponsibleCard client={client} />
        </aside>
      </div>
      {isEditing ? <EditClientDialog client={client} onClose={() => setEditing(false)} /> : null}
    </Page>
  )
}

function tabTitle(tab: ClientTab): string {
  switch (tab) {
    case 'tasks':
      return t('client.tab.tasks')
    case 'requests':
      return t('requests.heading')
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
