import { clsx } from 'clsx'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import styles from './DayToggles.module.css'

type DayTogglesProps<T extends string> = {
  label: string
  options: { value: T; label: string; short: string }[]
  value: T[]
  onChange: (value: T[]) => void
}

/** Several of a few: small round buttons, as for the days of a week. */
export function DayToggles<T extends string>({ label, options, value, onChange }: DayTogglesProps<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={value}
      onSelectionChange={(keys) =>
        onChange(options.flatMap((one) => (keys.has(one.value) ? [one.value] : [])))
      }
      className={clsx(styles.group)}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          aria-label={option.label}
          className={clsx(styles.day)}
        >
          {option.short}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
