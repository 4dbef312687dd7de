import { Eye, Lock } from 'lucide-react'
import { Badge } from '../../ui/Badge'
import { t } from '../i18n'
import type { Visibility } from './files'

/** Who sees a file. */
export function AudienceBadge({ visibility }: { visibility: Visibility }) {
  return visibility === 'internal' ? (
    <Badge tone="internal" icon={<Lock />}>
      {t('files.internal')}
    </Badge>
  ) : (
    <Badge icon={<Eye />}>{t('files.portal')}</Badge>
  )
}
