import { clsx } from 'clsx'
import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components/Checkbox'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch'
import styles from './Choice.module.css'

type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> & {
  children?: ReactNode
  note?: ReactNode
}

/** A tick box with an optional second line. */
export function Checkbox({ children, note, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={clsx(styles.checkbox, !children && styles.alone)}>
      {({ isIndeterminate }) => (
        <>
          <span className={styles.box} aria-hidden="true">
            {isIndeterminate ? <Minus size={12} strokeWidth={3} /> : <Check size={12} strokeWidth={3} />}
          </span>
          {children ? (
            <span className={styles.texts}>
              <span>{children}</span>
              {note ? <span className={styles.note}>{note}</span> : null}
            </span>
          ) : null}
        </>
      )}
    </AriaCheckbox>
  )
}

type SwitchProps = Omit<AriaSwitchProps, 'className' | 'style' | 'children'> & {
  children: ReactNode
  note?: ReactNode
}

/** A setting that takes effect at once. */
export function Switch({ children, note, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className={clsx(styles.switch)}>
      <span className={styles.track} aria-hidden="true" />
      <span className={styles.texts}>
        <span className={styles.title}>{children}</span>
        {note ? <span className={styles.note}>{note}</span> : null}
      </span>
    </AriaSwitch>
  )
}

/** One way of several: `value` is what `onChange` gives. */
type Option<T extends string> = { value: T; label: ReactNode; note?: ReactNode }

type ChoiceProps<T extends string> = {
  label: string
  value: T
  onChange: (value: T) => void
  options: Option<T>[]
  isDisabled?: boolean
}

/** Two to four ways side by side: radio buttons that look like one control. The label is only spoken. */
export function Segmented<T extends string>({
  label,
  value,
  onChange,
  options,
  isDisabled = false,
}: ChoiceProps<T>) {
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      className={clsx(styles.segments)}
      value={value}
      onChange={choose(options, onChange)}
      isDisabled={isDisabled}
    >
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={clsx(styles.segment)}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}

function choose<T extends string>(
  options: Option<T>[],
  onChange: (value: T) => void,
): (value: string) => void {
  return (value) => {
    const chosen = options.find((option) => option.value === value)
    if (chosen) onChange(chosen.value)
  }
}
