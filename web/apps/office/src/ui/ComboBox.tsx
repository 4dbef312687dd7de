import { clsx } from 'clsx'
import { Check, ChevronsUpDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { FieldError, FieldHint, FieldLabel } from './Field'
import fieldStyles from './Field.module.css'
import styles from './List.module.css'
import { Popover } from './Popover'

/** One entry of a `ComboBox`. */
export type ComboOption = { id: string; name: string; note?: string | undefined }

type ComboBoxProps = {
  label: string
  /** The label is only spoken. */
  isLabelHidden?: boolean
  /** The options for what is typed; the caller searches. */
  options: ComboOption[]
  value: string | null
  onChange: (id: string | null) => void
  inputValue: string
  onInputChange: (text: string) => void
  emptyText: string
  openLabel: string
  placeholder?: string
  hint?: string | undefined
  optional?: string | undefined
  name?: string
  isDisabled?: boolean
}

/** One of many: type to search, choose with the arrow keys. */
export function ComboBox({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
  inputValue,
  onInputChange,
  emptyText,
  openLabel,
  placeholder,
  hint,
  optional,
  name,
  isDisabled = false,
}: ComboBoxProps) {
  return (
    <AriaComboBox
      items={options}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      inputValue={inputValue}
      onInputChange={onInputChange}
      menuTrigger="focus"
      allowsEmptyCollection
      isDisabled={isDisabled}
      {...(name ? { name } : {})}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      className={clsx(fieldStyles.field)}
    >
      {isLabelHidden ? null : <FieldLabel optional={optional}>{label}</FieldLabel>}
      <Group className={clsx(fieldStyles.group)}>
        <Input className={clsx(fieldStyles.input)} {...(placeholder ? { placeholder } : {})} />
        <Button className={clsx(fieldStyles.side)} aria-label={openLabel}>
          <ChevronsUpDown size={14} aria-hidden="true" />
        </Button>
      </Group>
      {hint ? <FieldHint>{hint}</FieldHint> : null}
      <FieldError />
      <Popover>
        <ListBox
          className={clsx(styles.list)}
          renderEmptyState={() => <div className={styles.empty}>{emptyText}</div>}
        >
          {(option: ComboOption) => (
            <ListBoxItem id={option.id} textValue={option.name} className={clsx(styles.item)}>
              <span className={styles.itemText}>
                {option.name}
                {option.note ? <span className={styles.itemNote}>{option.note}</span> : null}
              </span>
              <Check size={14} className={styles.tick} aria-hidden="true" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
