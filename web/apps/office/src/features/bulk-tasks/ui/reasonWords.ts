import type { BulkTask } from '@sild/api'
import { t } from '../../../shell/i18n'

/** Why a client was passed over, as a sentence. */
export function reasonWords(reason: BulkTask['skipped'][number]['reason']): string {
  switch (reason) {
    case 'no_contacts':
      return t('bulk.reason.noContacts')
    case 'bounced':
      return t('bulk.reason.bounced')
    case 'complained':
      return t('bulk.reason.complained')
    case 'portal_closed':
      return t('bulk.reason.portalClosed')
    case 'portal_inactive':
      return t('bulk.reason.portalInactive')
    case 'archived':
      return t('bulk.reason.archived')
    case 'not_found':
      return t('bulk.reason.notFound')
  }
}
