import { clsx } from 'clsx'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import styles from './DayToggles.module.css'
import { Hidden } from './Layout'

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
        <ToggleButton key={option.value} id={option.value} className={clsx(styles.day)}>
          <span aria-hidden="true">{option.short}</span>
          <Hidden>{option.label}</Hidden>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
