import { clsx } from 'clsx'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField'
import { FieldError, FieldLabel } from './Field'
import fieldStyles from './Field.module.css'
import styles from './NumberField.module.css'

type NumberFieldProps = {
  label: string
  /** The label is only spoken: for sentences. */
  isInline?: boolean
  value: number
  onChange: (value: number) => void
  min: number
  max: number
  name?: string
  suffix?: string
}

/** A whole number; the arrow keys step it. */
export function NumberField({
  label,
  isInline = false,
  value,
  onChange,
  min,
  max,
  name,
  suffix,
}: NumberFieldProps) {
  return (
    <AriaNumberField
      value={value}
      onChange={(next) => onChange(Number.isNaN(next) ? min : next)}
      minValue={min}
      maxValue={max}
      step={1}
      formatOptions={{ useGrouping: false, maximumFractionDigits: 0 }}
      {...(isInline ? { 'aria-label': label } : {})}
      {...(name ? { name } : {})}
      className={clsx(isInline ? styles.inline : fieldStyles.field)}
    >
      {isInline ? null : <FieldLabel>{label}</FieldLabel>}
      <Group className={clsx(fieldStyles.group, isInline && styles.narrow)}>
        <Input className={clsx(fieldStyles.input, styles.number)} />
        {suffix ? <span className={clsx(fieldStyles.affix, fieldStyles.affixEnd)}>{suffix}</span> : null}
      </Group>
      {isInline ? null : <FieldError />}
    </AriaNumberField>
  )
}
