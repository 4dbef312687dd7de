import type { Contact } from '@sild/api'
import { Archive, TriangleAlert } from 'lucide-react'
import { Badge } from '../../ui/Badge'
import { t } from '../i18n'

type Troubled = Pick<Contact, 'email' | 'address_state' | 'is_archived'>

/** Words beside a name: archived, or mail does not reach them. */
export function ContactBadges({ contact }: { contact: Troubled }) {
  return (
    <>
      {contact.is_archived ? <Badge icon={<Archive />}>{t('person.archived')}</Badge> : null}
      {contact.address_state === 'ok' ? null : (
        <Badge tone="bad" icon={<TriangleAlert />}>
          {contact.address_state === 'bounced' ? t('contacts.bounced') : t('contacts.complained')}
        </Badge>
      )}
    </>
  )
}

/** What the badge means and what can be done; null while all is well. */
export function troubleWords({ email, address_state }: Troubled): string | null {
  switch (address_state) {
    case 'ok':
      return null
    case 'bounced':
      return t('person.bouncedNote', { email })
    case 'complained':
      return t('person.complainedNote', { email })
  }
}
