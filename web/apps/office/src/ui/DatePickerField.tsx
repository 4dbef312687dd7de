import { type CalendarDate, parseDate } from '@internationalized/date'
import { clsx } from 'clsx'
import { Calendar as CalendarIcon, ChevronLeft, ChevronRight, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import type { DateFieldProps } from './DateField'
import styles from './DatePickerField.module.css'
import { FieldError, FieldHint, FieldLabel } from './Field'
import fieldStyles from './Field.module.css'
import { Popover } from './Popover'

/** A date, typed by its parts or chosen in a calendar whose weeks begin on Monday. */
export function DatePickerField({
  label,
  value,
  onChange,
  clearLabel,
  hint,
  optional,
  name,
  isDisabled = false,
  isRequired = false,
}: DateFieldProps) {
  return (
    <DatePicker
      value={readDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
      granularity="day"
      firstDayOfWeek="mon"
      shouldForceLeadingZeros
      isDisabled={isDisabled}
      isRequired={isRequired}
      {...(name ? { name } : {})}
      className={clsx(fieldStyles.field)}
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <Group className={clsx(fieldStyles.group)}>
        <DateInput className={clsx(styles.input)}>
          {(segment) => <DateSegment segment={segment} className={clsx(styles.segment)} />}
        </DateInput>
        {clearLabel && value !== null && !isDisabled ? (
          <Button
            slot={null}
            className={clsx(fieldStyles.side)}
            aria-label={clearLabel}
            onPress={() => onChange(null)}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        ) : null}
        <Button className={clsx(fieldStyles.side)}>
          <CalendarIcon size={15} aria-hidden="true" />
        </Button>
      </Group>
      {hint ? <FieldHint>{hint}</FieldHint> : null}
      <FieldError />
      <Popover>
        <Dialog className={clsx(styles.dialog)}>
          <Calendar className={clsx(styles.calendar)}>
            <header className={styles.head}>
              <Button slot="previous" className={clsx(fieldStyles.side, styles.turn)}>
                <ChevronLeft size={16} aria-hidden="true" />
              </Button>
              <Heading className={clsx(styles.month)} />
              <Button slot="next" className={clsx(fieldStyles.side, styles.turn)}>
                <ChevronRight size={16} aria-hidden="true" />
              </Button>
            </header>
            <CalendarGrid weekdayStyle="short" className={clsx(styles.grid)}>
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell className={clsx(styles.weekday)}>{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => <CalendarCell date={date} className={clsx(styles.day)} />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

function readDate(value: string | null): CalendarDate | null {
  return value !== null && /^\d{4}-\d\d-\d\d$/.test(value) ? parseDate(value) : null
}
