import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ComboBox } from '../ui/ComboBox'
import { answer, api } from './api'
import { t } from './i18n'
import { useClientSearch } from './lookups'
import { useSettled } from './now'
import { keys } from './query'

type ClientPickerProps = {
  label: string
  isLabelHidden?: boolean
  name?: string
  value: string | null
  onChange: (client: string | null) => void
}

/** One client, found by the beginning of its name, code or contacts. */
export function ClientPicker({ label, isLabelHidden = false, name, value, onChange }: ClientPickerProps) {
  const chosen = useQuery({
    queryKey: keys.client(value ?? ''),
    queryFn: () =>
      answer(api.GET('/api/office/clients/{client}', { params: { path: { client: value ?? '' } } })),
    enabled: value !== null,
  })
  const chosenName = value === null ? '' : (chosen.data?.name ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  const search = useSettled(typed ?? '', 200)
  const found = useClientSearch(search.trim())
  const options = found.map(({ id, name: clientName, registry_code }) => ({
    id,
    name: clientName,
    note: registry_code ?? undefined,
  }))
  // The chosen client stays an option, or the box would forget it while other letters are typed.
  if (value !== null && chosen.data && typed === null && !options.some(({ id }) => id === value))
    options.unshift({ id: value, name: chosen.data.name, note: chosen.data.registry_code ?? undefined })

  return (
    <ComboBox
      label={label}
      isLabelHidden={isLabelHidden}
      {...(name ? { name } : {})}
      options={options}
      value={value}
      onChange={(client) => {
        setTyped(null)
        onChange(client)
      }}
      inputValue={typed ?? chosenName}
      onInputChange={(text) => setTyped(text === chosenName ? null : text)}
      placeholder={t('pickers.clientPlaceholder')}
      emptyText={t('pickers.noClient')}
      openLabel={t('pickers.openClients')}
    />
  )
}
