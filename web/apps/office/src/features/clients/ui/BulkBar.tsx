import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../../shell/i18n'
import { Button, IconButton } from '../../../ui/Button'
import styles from './Clients.module.css'

type BulkBarProps = {
  /** How many are chosen; null when all that match are. */
  count: number | null
  /** Takes all that match as well; left out where nothing more matches. */
  onSelectAll?: (() => void) | undefined
  isNarrowed: boolean
  /** What else can be done with what is chosen. */
  actions: ReactNode
  /** Opens the portal for what is chosen; left out where that is too much. */
  onOpenPortal?: (() => void) | undefined
  onClear: () => void
}

/** What can be done with the clients that are chosen. */
export function BulkBar({ count, onSelectAll, isNarrowed, actions, onOpenPortal, onClear }: BulkBarProps) {
  return (
    <section className={styles.bulk} aria-label={t('clients.bulkBar')}>
      <span className={styles.bulkCount} role="status">
        {count === null ? t('clients.allMatching') : t('clients.selected', { count })}
      </span>
      {onSelectAll ? (
        <Button size="small" variant="quiet" onPress={onSelectAll}>
          {isNarrowed ? t('clients.selectMatching') : t('clients.selectEvery')}
        </Button>
      ) : null}
      {actions}
      {onOpenPortal ? (
        <Button variant="primary" size="small" onPress={onOpenPortal}>
          {t('clients.bulkPortal')}
        </Button>
      ) : (
        <span className={styles.bulkNote}>{t('clientList.tooMany')}</span>
      )}
      <IconButton size="small" label={t('clients.clearSelection')} onPress={onClear}>
        <X size={15} aria-hidden="true" />
      </IconButton>
    </section>
  )
}
