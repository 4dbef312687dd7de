import type { BulkOpening } from '@sild/api'
import { t } from './i18n'

/** Why somebody is skipped. */
export type SkipReason = BulkOpening['skipped'][number]['reason']

/** Why somebody is skipped, as a sentence. */
export function skipWords(reason: SkipReason): string {
  switch (reason) {
    case 'no_contacts':
      return t('bulk.reason.noContacts')
    case 'bounced':
      return t('bulk.reason.bounced')
    case 'complained':
      return t('bulk.reason.complained')
    case 'no_access':
      return t('bulk.reason.noAccess')
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
