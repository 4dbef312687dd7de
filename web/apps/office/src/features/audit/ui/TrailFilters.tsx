import type { AuditEntry } from '@sild/api'
import { t } from '../../../shell/i18n'
import { Select } from '../../../ui/Select'
import { KINDS, kindOf } from '../model/things'
import { whoWords } from './Told'

/** What of the loaded entries is shown; nothing said means all. */
export type TrailFilter = { who?: string | undefined; what?: string | undefined }

const ALL = 'all'

/** Whether an entry is among what is shown. */
export function isShown(entry: AuditEntry, { who, what }: TrailFilter): boolean {
  return (who === undefined || actorOf(entry) === who) && (what === undefined || entry.what === what)
}

const actorOf = ({ by }: AuditEntry) => by.id ?? by.kind

type TrailFiltersProps = {
  entries: AuditEntry[]
  filter: TrailFilter
  onFilter: (filter: TrailFilter) => void
}

/** Who and what to show, of those that occur in what is loaded. */
export function TrailFilters({ entries, filter, onFilter }: TrailFiltersProps) {
  const people = new Map(entries.map((entry) => [actorOf(entry), whoWords(entry.by)]))
  const whats = new Set(entries.map(({ what }) => what))
  if (filter.what !== undefined) whats.add(filter.what)
  const kinds = KINDS.filter((kind) => whats.has(kind))
  const choose = (name: keyof TrailFilter) => (value: string) =>
    onFilter({ ...filter, [name]: value === ALL ? undefined : value })
  return (
    <>
      <Select
        label={t('audit.who')}
        isInline
        value={filter.who !== undefined && people.has(filter.who) ? filter.who : ALL}
        onChange={choose('who')}
        options={[
          { value: ALL, label: t('audit.everybody') },
          ...[...people].map(([value, label]) => ({ value, label })),
        ]}
      />
      <Select
        label={t('audit.what')}
        isInline
        value={kindOf(filter.what ?? '') ?? ALL}
        onChange={choose('what')}
        options={[
          { value: ALL, label: t('audit.everything') },
          ...kinds.map((kind) => ({ value: kind, label: t(`audit.kind.${kind}`) })),
        ]}
      />
    </>
  )
}
