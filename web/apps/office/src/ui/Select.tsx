import { clsx } from 'clsx'
import { Check, ChevronsUpDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { FieldError, FieldHint, FieldLabel } from './Field'
import fieldStyles from './Field.module.css'
import styles from './List.module.css'
import { Popover } from './Popover'

/** One entry of a `Select`. */
type SelectOption<T extends string> = { value: T; label: string; note?: string }

type SelectProps<T extends string> = {
  label: string
  /** The label is only spoken, and the control is as narrow as its value: for toolbars and sentences. */
  isInline?: boolean
  value: T | null
  onChange: (value: T) => void
  options: SelectOption<T>[]
  placeholder?: string
  hint?: string | undefined
  optional?: string | undefined
  name?: string
  isDisabled?: boolean
}

/** One value of a known list. */
export function Select<T extends string>({
  label,
  isInline = false,
  value,
  onChange,
  options,
  placeholder,
  hint,
  optional,
  name,
  isDisabled = false,
}: SelectProps<T>) {
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen) onChange(chosen.value)
      }}
      isDisabled={isDisabled}
      {...(isInline ? { 'aria-label': label } : {})}
      {...(name ? { name } : {})}
      {...(placeholder ? { placeholder } : {})}
      className={clsx(!isInline && fieldStyles.field)}
    >
      {isInline ? null : <FieldLabel optional={optional}>{label}</FieldLabel>}
      <Button className={clsx(fieldStyles.input, styles.trigger, isInline && styles.triggerInline)}>
        <SelectValue className={clsx(styles.value)} />
        <ChevronsUpDown size={14} aria-hidden="true" />
      </Button>
      {hint ? <FieldHint>{hint}</FieldHint> : null}
      <FieldError />
      <Popover>
        <ListBox className={clsx(styles.list)} items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={clsx(styles.item)}>
              <span className={styles.itemText}>
                {option.label}
                {option.note ? <span className={styles.itemNote}>{option.note}</span> : null}
              </span>
              <Check size={14} className={styles.tick} aria-hidden="true" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
