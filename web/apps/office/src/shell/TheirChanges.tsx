import { Notice } from '../ui/Notice'
import { t } from './i18n'

/** What others have written where the person writes too. */
export function TheirChanges({ changes }: { changes: { label: string; value: string | null }[] }) {
  if (changes.length === 0) return null
  return (
    <Notice tone="warn" title={t('theirs.title')}>
      {changes.map(({ label, value }) => (
        <div key={label}>{t('theirs.line', { label, value: value || t('theirs.empty') })}</div>
      ))}
      {t('theirs.text')}
    </Notice>
  )
}
