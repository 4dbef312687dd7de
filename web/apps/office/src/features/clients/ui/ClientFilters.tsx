import { clsx } from 'clsx'
import { Link2 } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { useMembers } from '../../../shell/lookups'
import { useSession } from '../../../shell/session'
import { Button } from '../../../ui/Button'
import { Select } from '../../../ui/Select'
import sideways from '../../../ui/Sideways.module.css'
import { showToast } from '../../../ui/Toasts'
import { ToggleChip } from '../../../ui/ToggleChip'
import {
  CLIENT_SORTS,
  type ClientFilter,
  type ClientSort,
  isNarrowed,
  PORTAL_STATES,
  sortOf,
  withArchive,
} from '../model/filter'
import styles from './Clients.module.css'

const ANY = 'any'

type ClientFiltersProps = { filter: ClientFilter; onFilter: (filter: ClientFilter) => void }

/**
 * What narrows the list of clients: who answers for them, how far their portal is, what is overdue, the archive. On a phone
 * it is one row, with the order at its end.
 */
export function ClientFilters({ filter, onFilter, withOrder }: ClientFiltersProps & { withOrder: boolean }) {
  const { member } = useSession()
  const others = useMembers().filter(({ id }) => id !== member.id)
  const known = [
    { value: member.id, label: t('clientList.me', { name: member.name }) },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <fieldset
      className={clsx(styles.filters, withOrder && sideways.sideways)}
      aria-label={t('clientList.filters')}
    >
      <Select
        isInline
        label={t('clientList.responsible')}
        value={filter.responsible ?? ANY}
        onChange={(chosen) => onFilter({ ...filter, responsible: chosen === ANY ? undefined : chosen })}
        options={[{ value: ANY, label: t('clientList.anyResponsible') }, ...known]}
      />
      {filter.archived ? null : (
        <>
          <Select
            isInline
            label={t('clientList.portal')}
            value={filter.portal ?? ANY}
            onChange={(chosen) => onFilter({ ...filter, portal: chosen === ANY ? undefined : chosen })}
            options={[
              { value: ANY, label: t('clientList.anyPortal') },
              ...PORTAL_STATES.map((value) => ({ value, label: t(`clients.state.${value}`) })),
            ]}
          />
          <ToggleChip
            isSelected={filter.overdue === true}
            onChange={(isOn) => onFilter({ ...filter, overdue: isOn || undefined, sort: undefined })}
          >
            {t('clientList.overdue')}
          </ToggleChip>
        </>
      )}
      <ToggleChip
        isSelected={filter.archived === true}
        onChange={(isOn) => onFilter(withArchive(filter, isOn))}
      >
        {t('clientList.archived')}
      </ToggleChip>
      {withOrder ? <ClientOrder filter={filter} onFilter={onFilter} /> : null}
    </fieldset>
  )
}

/** The order of the list. */
export function ClientOrder({ filter, onFilter }: ClientFiltersProps) {
  if (filter.archived) return null
  return (
    <Select
      isInline
      label={t('clientList.sort')}
      value={sortOf(filter)}
      onChange={(sort) => onFilter({ ...filter, sort: isUsual(sort, filter) ? undefined : sort })}
      options={CLIENT_SORTS.map((value) => ({ value, label: sortWords(value) }))}
    />
  )
}

/** Back to all clients, and the link that keeps what is chosen. */
export function FilterActions({ filter, onClear }: { filter: ClientFilter; onClear: () => void }) {
  if (!isNarrowed(filter) && !filter.archived && filter.sort === undefined) return null
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      showToast({ text: t('clientList.linkCopied') })
    } catch {
      showToast({ text: t('clientList.copyFailed'), tone: 'bad' })
    }
  }
  return (
    <span className={styles.filterActions}>
      <Button size="small" variant="quiet" onPress={onClear}>
        {t('clientList.clearFilters')}
      </Button>
      <Button size="small" variant="quiet" onPress={() => void copy()}>
        <Link2 size={14} aria-hidden="true" />
        {t('clientList.copyLink')}
      </Button>
    </span>
  )
}

const isUsual = (sort: ClientSort, filter: ClientFilter) => sort === sortOf({ ...filter, sort: undefined })

function sortWords(sort: ClientSort): string {
  switch (sort) {
    case 'name':
      return t('clientList.sortName')
    case 'open_tasks':
      return t('clientList.sortOpenTasks')
    case 'earliest_due':
      return t('clientList.sortEarliestDue')
  }
}
