import { Select } from '../ui/Select'
import { t } from './i18n'
import { useMembers } from './lookups'

const NOBODY = 'nobody'

type MemberSelectProps = {
  label: string
  value: { id: string; name: string } | null
  onChange: (member: string | null) => void
  isDisabled?: boolean
}

/** One member of the office, or nobody. */
export function MemberSelect({ label, value, onChange, isDisabled = false }: MemberSelectProps) {
  const members = useMembers()
  const options = members.map(({ id, name, email }) => ({ value: id, label: name, note: email }))
  if (value !== null && !options.some((option) => option.value === value.id))
    options.unshift({ value: value.id, label: value.name, note: '' })
  return (
    <Select
      label={label}
      value={value?.id ?? NOBODY}
      onChange={(chosen) => onChange(chosen === NOBODY ? null : chosen)}
      options={[{ value: NOBODY, label: t('tasks.nobody') }, ...options]}
      isDisabled={isDisabled}
    />
  )
}
