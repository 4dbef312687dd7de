import { Link, useNavigate } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Download, Plus, Upload } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { useIsAdmin } from '../../../shell/session'
import { useTypedSearch } from '../../../shell/typedSearch'
import { Button, buttonClass } from '../../../ui/Button'
import { Page, PageHead } from '../../../ui/Layout'
import { MenuItem } from '../../../ui/Menu'
import { MoreMenu } from '../../../ui/MoreMenu'
import { SearchField } from '../../../ui/SearchField'
import { Skeleton } from '../../../ui/States'
import { useMedia } from '../../../ui/useMedia'
import { useClientList } from '../api/clients'
import { type Selection, selectionOf } from '../model/bulk'
import { type ClientFilter, isNarrowed } from '../model/filter'
import { BulkBar } from './BulkBar'
import { ClientFilters, ClientOrder, FilterActions } from './ClientFilters'
import styles from './Clients.module.css'
import { ClientsTable } from './ClientsTable'
import { NoClients } from './NoClients'

const NewClientDialog = lazy(() => import('./NewClientDialog').then((m) => ({ default: m.NewClientDialog })))
const ExportDialog = lazy(() => import('./ExportDialog').then((m) => ({ default: m.ExportDialog })))
const BulkDialog = lazy(() => import('./BulkDialog').then((m) => ({ default: m.BulkDialog })))

/** So many rows fill any window: until there are as many, the list is asked for more by itself. */
const WINDOWFUL = 40

type ClientsScreenProps = {
  filter: ClientFilter
  /** `isTyping`: the address changes with every word and is not worth a step back. */
  onFilter: (filter: ClientFilter, isTyping?: boolean) => void
  /** What else can be done with the chosen clients; `onDone` takes the choice away. */
  bulkActions: (selection: Selection, onDone: () => void) => ReactNode
}

/** All clients: find, filter, open, and do something for many at once. */
export function ClientsScreen({ filter, onFilter, bulkActions }: ClientsScreenProps) {
  const navigate = useNavigate()
  const isAdmin = useIsAdmin()
  const isNarrow = useMedia('(max-width: 640px)')
  const [selected, setSelected] = useState<Set<string> | 'all'>(() => new Set())
  const [dialog, setDialog] = useState<'new' | 'export' | Selection | null>(null)
  const deselect = () => setSelected(new Set())
  const change = (next: ClientFilter, isTyping = false) => {
    deselect()
    onFilter(next, isTyping)
  }
  const { typed, type } = useTypedSearch(filter.search ?? '', (search) =>
    change({ ...filter, search: search || undefined }, true),
  )
  const clearAll = () => change({})

  const list = useClientList(filter)
  const clients = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const { hasNextPage, isFetching, isError, fetchNextPage } = list
  const isLookingOn = hasNextPage && clients.length < WINDOWFUL
  useEffect(() => {
    if (isLookingOn && !isFetching && !isError) void fetchNextPage()
  }, [isLookingOn, isFetching, isError, fetchNextPage])

  const open = useCallback(
    (client: string) => void navigate({ to: '/clients/$client', params: { client } }),
    [navigate],
  )
  const hasSelection = selected === 'all' || selected.size > 0
  const isEveryLoadedSelected = selected !== 'all' && clients.length > 0 && selected.size >= clients.length
  const selection = selectionOf({ clients, selected, filter, hasMore: hasNextPage })

  return (
    <Page>
      <PageHead
        title={t('clients.heading')}
        actions={
          <>
            {isAdmin ? <Tables isNarrow={isNarrow} onExport={() => setDialog('export')} /> : null}
            <Button variant="primary" onPress={() => setDialog('new')}>
              <Plus size={16} aria-hidden="true" />
              {t('clients.new')}
            </Button>
          </>
        }
      />
      <div className={styles.bar}>
        <div className={styles.search}>
          <SearchField
            label={t('clients.search')}
            clearLabel={t('actions.clearSearch')}
            placeholder={t('clients.searchPlaceholder')}
            value={typed}
            onChange={type}
          />
        </div>
        <ClientFilters filter={filter} onFilter={change} withOrder={isNarrow} />
      </div>
      <div className={styles.bar}>
        <span className={styles.found} role="status">
          {foundWords(list.data !== undefined, clients.length, hasNextPage, isLookingOn)}
        </span>
        <FilterActions filter={filter} onClear={clearAll} />
        {isNarrow ? null : (
          <span className={styles.order}>
            <ClientOrder filter={filter} onFilter={change} />
          </span>
        )}
      </div>
      <div className={styles.frame}>
        <QueryView
          query={list}
          errorTitle={t('clients.loadFailed')}
          skeleton={<Skeleton label={t('states.loading')} rows={9} />}
        >
          {() =>
            clients.length > 0 ? (
              <div className={clsx(styles.grid, list.isPlaceholderData && styles.isStale)}>
                <ClientsTable
                  key={filter.archived ? 'archive' : 'list'}
                  clients={clients}
                  selection={
                    filter.archived
                      ? undefined
                      : {
                          selected,
                          onSelect: (next) =>
                            setSelected(next === 'all' ? new Set(clients.map(({ id }) => id)) : next),
                        }
                  }
                  onOpen={open}
                  onMore={hasNextPage ? () => void fetchNextPage() : undefined}
                  isLoadingMore={list.isFetchingNextPage}
                />
              </div>
            ) : isLookingOn ? (
              <Skeleton label={t('states.loading')} rows={9} />
            ) : (
              <NoClients filter={filter} onNew={() => setDialog('new')} onClear={clearAll} />
            )
          }
        </QueryView>
        {hasSelection ? (
          <BulkBar
            count={selected === 'all' ? null : selected.size}
            onSelectAll={isEveryLoadedSelected && hasNextPage ? () => setSelected('all') : undefined}
            isNarrowed={isNarrowed(filter)}
            actions={selection === null ? null : bulkActions(selection, deselect)}
            onOpenPortal={selection === null ? undefined : () => setDialog(selection)}
            onClear={deselect}
          />
        ) : null}
      </div>
      <Suspense fallback={null}>
        {dialog === 'new' ? <NewClientDialog onClose={() => setDialog(null)} /> : null}
        {dialog === 'export' ? (
          <ExportDialog isArchived={filter.archived === true} onClose={() => setDialog(null)} />
        ) : null}
        {dialog !== null && typeof dialog !== 'string' ? (
          <BulkDialog
            selection={dialog}
            onClose={(wasStarted) => {
              setDialog(null)
              if (wasStarted) deselect()
            }}
          />
        ) : null}
      </Suspense>
    </Page>
  )
}

/** Clients come from a table and go into one; on a phone, where that is rare, behind three dots. */
function Tables({ isNarrow, onExport }: { isNarrow: boolean; onExport: () => void }) {
  const navigate = useNavigate()
  if (isNarrow)
    return (
      <MoreMenu label={t('clients.more')}>
        <MenuItem icon={<Upload size={15} />} onAction={() => void navigate({ to: '/clients/import' })}>
          {t('imports.open')}
        </MenuItem>
        <MenuItem icon={<Download size={15} />} onAction={onExport}>
          {t('exports.open')}
        </MenuItem>
      </MoreMenu>
    )
  return (
    <>
      <Link to="/clients/import" className={buttonClass({ variant: 'quiet' })}>
        {t('imports.open')}
      </Link>
      <Button variant="quiet" onPress={onExport}>
        {t('exports.open')}
      </Button>
    </>
  )
}

function foundWords(isLoaded: boolean, count: number, hasMore: boolean, isLookingOn: boolean): string {
  if (!isLoaded) return ''
  if (isLookingOn) return t('clientList.lookingOn', { count })
  return hasMore ? t('clients.shownSome', { count }) : t('clients.shownAll', { count })
}
