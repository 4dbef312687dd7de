import type { ClientSummary } from '@sild/api'
import { agoWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { StateDot } from '../../../ui/Badge'

/** How far a client has come into the portal, or that it is archived, as a dot and a word. */
export function PortalStateWord({
  client,
}: {
  client: Pick<ClientSummary, 'portal_state' | 'last_seen_at' | 'is_archived'>
}) {
  if (client.is_archived) return <StateDot isHollow>{t('clientList.archivedState')}</StateDot>
  switch (client.portal_state) {
    case 'closed':
      return <StateDot isHollow>{t('clients.state.closed')}</StateDot>
    case 'silent':
      return <StateDot>{t('clients.state.silent')}</StateDot>
    case 'invited':
      return <StateDot tone="warn">{t('clients.state.invited')}</StateDot>
    case 'active':
      return (
        <StateDot tone="good">
          {client.last_seen_at === null
            ? t('clients.state.active')
            : t('clients.state.activeSeen', { ago: agoWords(client.last_seen_at) })}
        </StateDot>
      )
  }
}
