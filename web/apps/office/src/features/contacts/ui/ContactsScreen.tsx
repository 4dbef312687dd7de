import { Link, useNavigate } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Archive, Search, UserRound } from 'lucide-react'
import { useCallback, useEffect, useMemo } from 'react'
import { t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { useTypedSearch } from '../../../shell/typedSearch'
import { Button, buttonClass } from '../../../ui/Button'
import { Page, PageHead } from '../../../ui/Layout'
import { SearchField } from '../../../ui/SearchField'
import { EmptyState, Skeleton } from '../../../ui/States'
import { ToggleChip } from '../../../ui/ToggleChip'
import { useContactList } from '../api/contacts'
import type { ContactFilter } from '../model/filter'
import styles from './Contacts.module.css'
import { ContactsTable } from './ContactsTable'

/** So many rows fill any window: until there are as many, the list is asked for more by itself. */
const WINDOWFUL = 40

type ContactsScreenProps = {
  filter: ContactFilter
  /** `isTyping`: the address changes with every word and is not worth a step back. */
  onFilter: (filter: ContactFilter, isTyping?: boolean) => void
}

/** Everybody at the clients of the office (S65). */
export function ContactsScreen({ filter, onFilter }: ContactsScreenProps) {
  const navigate = useNavigate()
  const { typed, type } = useTypedSearch(filter.search ?? '', (search) =>
    onFilter({ ...filter, search: search || undefined }, true),
  )
  const list = useContactList(filter)
  const contacts = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const { hasNextPage, isFetching, isError, fetchNextPage } = list
  const isLookingOn = hasNextPage && contacts.length < WINDOWFUL
  useEffect(() => {
    if (isLookingOn && !isFetching && !isError) void fetchNextPage()
  }, [isLookingOn, isFetching, isError, fetchNextPage])
  const open = useCallback(
    (contact: string) => void navigate({ to: '/contacts/$contact', params: { contact } }),
    [navigate],
  )

  return (
    <Page>
      <PageHead title={t('people.heading')} />
      <div className={styles.bar}>
        <div className={styles.search}>
          <SearchField
            label={t('people.search')}
            clearLabel={t('actions.clearSearch')}
            placeholder={t('people.searchPlaceholder')}
            value={typed}
            onChange={type}
          />
        </div>
        <ToggleChip
          isSelected={filter.archived === true}
          onChange={(isOn) => onFilter({ ...filter, archived: isOn || undefined })}
        >
          {t('people.archived')}
        </ToggleChip>
        <span className={styles.found} role="status">
          {list.data === undefined
            ? ''
            : hasNextPage
              ? t('people.shownSome', { count: contacts.length })
              : t('people.shownAll', { count: contacts.length })}
        </span>
      </div>
      <div className={styles.frame}>
        <QueryView
          query={list}
          errorTitle={t('people.loadFailed')}
          skeleton={<Skeleton label={t('states.loading')} rows={9} />}
        >
          {() =>
            contacts.length > 0 ? (
              <div className={clsx(styles.grid, list.isPlaceholderData && styles.isStale)}>
                <ContactsTable
                  contacts={contacts}
                  onOpen={open}
                  onMore={hasNextPage ? () => void fetchNextPage() : undefined}
                  isLoadingMore={list.isFetchingNextPage}
                />
              </div>
            ) : isLookingOn ? (
              <Skeleton label={t('states.loading')} rows={9} />
            ) : (
              <Nobody filter={filter} onFilter={onFilter} />
            )
          }
        </QueryView>
      </div>
    </Page>
  )
}

function Nobody({ filter, onFilter }: ContactsScreenProps) {
  if (filter.search) {
    return (
      <EmptyState
        icon={<Search size={22} />}
        title={t('people.noneFound')}
        text={t('people.noneFoundText', { search: filter.search })}
        action={
          <Button onPress={() => onFilter({ ...filter, search: undefined })}>
            {t('actions.clearSearch')}
          </Button>
        }
      />
    )
  }
  if (filter.archived) {
    return (
      <EmptyState
        icon={<Archive size={22} />}
        title={t('people.noneArchived')}
        text={t('people.noneArchivedText')}
        action={<Button onPress={() => onFilter({})}>{t('people.showCurrent')}</Button>}
      />
    )
  }
  return (
    <EmptyState
      icon={<UserRound size={22} />}
      title={t('people.empty')}
      text={t('people.emptyText')}
      action={
        <Link to="/clients" className={buttonClass({ variant: 'primary' })}>
          {t('people.toClients')}
        </Link>
      }
    />
  )
}
