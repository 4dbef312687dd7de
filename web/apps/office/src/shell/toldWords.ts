import type { Task } from '@sild/api'
import { formatTime, t } from './i18n'

/** When the client of a task is told of it, once that has been hastened. */
export function toldWords({ portal }: Task): string {
  return portal.announce_at === null
    ? t('portalPanel.sending')
    : t('portalPanel.toldAt', { at: formatTime(portal.announce_at) })
}
