import { useNavigate } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Plus, Search, Users, X } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { t } from '../../../shell/i18n'
import { useSettled } from '../../../shell/now'
import { QueryView } from '../../../shell/QueryView'
import { Button, IconButton } from '../../../ui/Button'
import { Page, PageHead } from '../../../ui/Layout'
import { SearchField } from '../../../ui/SearchField'
import { EmptyState, Skeleton } from '../../../ui/States'
import { useClientList } from '../api/clients'
import type { Selection } from '../model/bulk'
import styles from './Clients.module.css'
import { ClientsTable } from './ClientsTable'

const NewClientDialog = lazy(() => import('./NewClientDialog').then((m) => ({ default: m.NewClientDialog })))
const BulkDialog = lazy(() => import('./BulkDialog').then((m) => ({ default: m.BulkDialog })))

type ClientsScreenProps = {
  search: string
  onSearch: (search: string) => void
  /** What else can be done with the chosen clients; `onDone` takes the choice away. */
  bulkActions: (selection: Selection, onDone: () => void) => ReactNode
}

/** All clients: find, open, and open the portal for many at once. */
export function ClientsScreen({ search, onSearch, bulkActions }: ClientsScreenProps) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState(search)
  const settled = useSettled(typed.trim(), 250)
  const [selected, setSelected] = useState<Set<string>>(() => new Set())
  const [isAllMatching, setAllMatching] = useState(false)
  const [dialog, setDialog] = useState<'new' | Selection | null>(null)
  const list = useClientList(search)
  const clients = list.data?.pages.flatMap((page) => page.items) ?? []

  useEffect(() => {
    if (settled !== search) onSearch(settled)
  }, [settled, search, onSearch])
  const clear = () => {
    setSelected(new Set())
    setAllMatching(false)
  }
  const count = isAllMatching ? null : selected.size
  const hasSelection = isAllMatching || selected.size > 0
  const selection: Selection = isAllMatching
    ? { kind: 'all', search }
    : { kind: 'some', clients: clients.filter(({ id }) => selected.has(id)) }
  const isEveryLoadedSelected = clients.length > 0 && clients.every(({ id }) => selected.has(id))

  return (
    <Page>
      <PageHead
        title={t('clients.heading')}
        actions={
          <Button variant="primary" onPress={() => setDialog('new')}>
            <Plus size={16} aria-hidden="true" />
            {t('clients.new')}
          </Button>
        }
      />
      <div className={styles.bar}>
        <div className={styles.search}>
          <SearchField
            label={t('clients.search')}
            clearLabel={t('actions.clearSearch')}
            placeholder={t('clients.searchPlaceholder')}
            value={typed}
            onChange={(text) => {
              setTyped(text)
              clear()
            }}
          />
        </div>
        <span className={styles.found} role="status">
          {list.data === undefined
            ? ''
            : list.hasNextPage
              ? t('clients.shownSome', { count: clients.length })
              : t('clients.shownAll', { count: clients.length })}
        </span>
      </div>
      <div className={styles.frame}>
        <QueryView
          query={list}
          errorTitle={t('clients.loadFailed')}
          skeleton={<Skeleton label={t('states.loading')} rows={9} />}
        >
          {() =>
            clients.length === 0 ? (
              <NoClients search={search} onNew={() => setDialog('new')} onClear={() => setTyped('')} />
            ) : (
              <div className={clsx(styles.grid, list.isPlaceholderData && styles.isStale)}>
                <ClientsTable
                  clients={clients}
                  selected={isAllMatching ? 'all' : selected}
                  onSelect={(next) => {
                    setAllMatching(false)
                    setSelected(next === 'all' ? new Set(clients.map(({ id }) => id)) : next)
                  }}
                  onOpen={(client) => void navigate({ to: '/clients/$client', params: { client } })}
                  onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
                  isLoadingMore={list.isFetchingNextPage}
                />
              </div>
            )
          }
        </QueryView>
        {hasSelection ? (
          <section className={styles.bulk} aria-label={t('clients.bulkBar')}>
            <span className={styles.bulkCount} role="status">
              {count === null ? t('clients.allMatching') : t('clients.selected', { count })}
            </span>
            {isEveryLoadedSelected && !isAllMatching && list.hasNextPage ? (
              <Button size="small" variant="quiet" onPress={() => setAllMatching(true)}>
                {search === '' ? t('clients.selectEvery') : t('clients.selectMatching')}
              </Button>
            ) : null}
            {bulkActions(selection, clear)}
            <Button variant="primary" size="small" onPress={() => setDialog(selection)}>
              {t('clients.bulkPortal')}
            </Button>
            <IconButton size="small" label={t('clients.clearSelection')} onPress={clear}>
              <X size={15} aria-hidden="true" />
            </IconButton>
          </section>
        ) : null}
      </div>
      <Suspense fallback={null}>
        {dialog === 'new' ? <NewClientDialog onClose={() => setDialog(null)} /> : null}
        {dialog !== null && dialog !== 'new' ? (
          <BulkDialog
            selection={dialog}
            loaded={clients}
            onClose={(wasStarted) => {
              setDialog(null)
              if (wasStarted) clear()
            }}
          />
        ) : null}
      </Suspense>
    </Page>
  )
}

function NoClients({ search, onNew, onClear }: { search: string; onNew: () => void; onClear: () => void }) {
  if (search !== '') {
    return (
      <EmptyState
        icon={<Search size={22} />}
        title={t('clients.noneFound')}
        text={t('clients.noneFoundText', { search })}
        action={<Button onPress={onClear}>{t('actions.clearSearch')}</Button>}
      />
    )
  }
  return (
    <EmptyState
      icon={<Users size={22} />}
      title={t('clients.empty')}
      text={t('clients.emptyText')}
      action={
        <Button variant="primary" onPress={onNew}>
          {t('clients.new')}
        </Button>
      }
    />
  )
}
