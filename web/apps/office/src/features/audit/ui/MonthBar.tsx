import { ChevronLeft, ChevronRight } from 'lucide-react'
import { formatDate, t } from '../../../shell/i18n'
import { IconButton } from '../../../ui/Button'
import { dayIn, monthLater } from '../model/month'
import styles from './Audit.module.css'

type MonthBarProps = { month: string; newest: string; onMonth: (month: string) => void }

/** Which month is shown, and the way to the ones beside it. */
export function MonthBar({ month, newest, onMonth }: MonthBarProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are buttons around a heading, no fields
    <div className={styles.months} role="group" aria-label={t('audit.month')}>
      <IconButton
        label={t('audit.before')}
        variant="secondary"
        onPress={() => onMonth(monthLater(month, -1))}
      >
        <ChevronLeft size={16} aria-hidden="true" />
      </IconButton>
      <span className={styles.month} aria-live="polite">
        {formatDate(dayIn(month), 'month')}
      </span>
      <IconButton
        label={t('audit.after')}
        variant="secondary"
        isDisabled={month >= newest}
        onPress={() => onMonth(monthLater(month, 1))}
      >
        <ChevronRight size={16} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
