import { useEffect, useState } from 'react'
import { ComboBox } from '../ui/ComboBox'
import { t } from './i18n'
import { useClientCard, useClientSearch } from './lookups'
import { useSettled } from './now'

type ClientPickerProps = {
  label: string
  isLabelHidden?: boolean
  name?: string
  value: string | null
  onChange: (client: string | null) => void
}

/** One client, found by the beginning of its name, code or contacts. */
export function ClientPicker({ label, isLabelHidden = false, name, value, onChange }: ClientPickerProps) {
  const chosen = useClientCard(value)
  // What was chosen here is known at once; what came from elsewhere, such as the address, is asked for.
  const [picked, setPicked] = useState<{ id: string; name: string } | null>(null)
  const chosenName = picked?.id === value ? picked?.name : chosen.data?.name
  const [typed, setTyped] = useState('')
  const search = useSettled(typed === chosenName ? '' : typed.trim(), 200)
  const options = useClientSearch(search).map(({ id, name: clientName, registry_code }) => ({
    id,
    name: clientName,
    note: registry_code ?? undefined,
  }))
  // The chosen client stays an option, or the box would forget its name while other letters are typed.
  if (value !== null && chosenName !== undefined && !options.some(({ id }) => id === value))
    options.unshift({ id: value, name: chosenName, note: undefined })

  useEffect(() => {
    if (chosenName !== undefined) setTyped(chosenName)
  }, [chosenName])

  return (
    <ComboBox
      label={label}
      isLabelHidden={isLabelHidden}
      {...(name ? { name } : {})}
      options={options}
      value={value}
      onChange={(client) => {
        const option = options.find(({ id }) => id === client) ?? null
        if (option !== null) setPicked(option)
        setTyped(option?.name ?? '')
        if (client !== value) onChange(client)
      }}
      inputValue={typed}
      onInputChange={setTyped}
      placeholder={t('pickers.clientPlaceholder')}
      emptyText={t('pickers.noClient')}
      openLabel={t('pickers.openClients')}
    />
  )
}
