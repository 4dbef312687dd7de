import { lazy, Suspense } from 'react'
import styles from './Field.module.css'

/** What a date field takes. */
export type DateFieldProps = {
  label: string
  /** `2026-03-31`, or null. */
  value: string | null
  onChange: (value: string | null) => void
  /** The name of the button that empties the field; without it a date is required. */
  clearLabel?: string
  hint?: string | undefined
  optional?: string | undefined
  name?: string
  isDisabled?: boolean
  isRequired?: boolean
}

const DatePickerField = lazy(() => import('./DatePickerField').then((m) => ({ default: m.DatePickerField })))

/** A date, typed by its parts or chosen in a calendar. Its code is heavy, so it comes when a form first shows it. */
export function DateField(props: DateFieldProps) {
  return (
    <Suspense
      fallback={
        <div className={styles.field} aria-hidden="true">
          <span className={styles.label}>{props.label}</span>
          <span className={styles.group} />
        </div>
      }
    >
      <DatePickerField {...props} />
    </Suspense>
  )
}
