import { Archive, Search, Users } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { EmptyState } from '../../../ui/States'
import { type ClientFilter, isNarrowed } from '../model/filter'

type NoClientsProps = { filter: ClientFilter; onNew: () => void; onClear: () => void }

/** Why the list is empty, and the way on. */
export function NoClients({ filter, onNew, onClear }: NoClientsProps) {
  if (isNarrowed(filter)) {
    const isSearchAlone = !isNarrowed({ ...filter, search: undefined }) && !filter.archived
    return (
      <EmptyState
        icon={<Search size={22} />}
        title={isSearchAlone ? t('clients.noneFound') : t('clientList.noneMatch')}
        text={
          isSearchAlone
            ? t('clients.noneFoundText', { search: filter.search ?? '' })
            : t('clientList.noneMatchText')
        }
        action={
          <Button onPress={onClear}>
            {isSearchAlone ? t('actions.clearSearch') : t('clientList.clearFilters')}
          </Button>
        }
      />
    )
  }
  if (filter.archived) {
    return (
      <EmptyState
        icon={<Archive size={22} />}
        title={t('clientList.noneArchived')}
        text={t('clientList.noneArchivedText')}
        action={<Button onPress={onClear}>{t('clientList.showCurrent')}</Button>}
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
