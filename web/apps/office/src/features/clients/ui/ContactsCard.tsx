import type { Contact, OfficeClient } from '@sild/api'
import { Pencil, Plus, TriangleAlert, UserRound } from 'lucide-react'
import { useState } from 'react'
import { agoWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Avatar } from '../../../ui/Avatar'
import { Badge } from '../../../ui/Badge'
import { Button, IconButton } from '../../../ui/Button'
import { Switch } from '../../../ui/Choice'
import { Card } from '../../../ui/Layout'
import { EmptyState } from '../../../ui/States'
import { showToast } from '../../../ui/Toasts'
import { useUpdateContact } from '../api/clients'
import styles from './Client.module.css'
import { ContactDialog } from './ContactDialog'

/** The people at a client, and who of them may use its portal. */
export function ContactsCard({ client }: { client: OfficeClient }) {
  const [edited, setEdited] = useState<Contact | 'new' | null>(null)
  const add = (
    <Button variant={client.contacts.length === 0 ? 'primary' : 'secondary'} onPress={() => setEdited('new')}>
      <Plus size={15} aria-hidden="true" />
      {t('contacts.add')}
    </Button>
  )
  return (
    <Card title={t('contacts.title')} isFlush {...(client.contacts.length > 0 ? { actions: add } : {})}>
      {client.contacts.length === 0 ? (
        <EmptyState
          icon={<UserRound size={22} />}
          title={t('contacts.empty')}
          text={t('contacts.emptyText')}
          action={add}
        />
      ) : (
        <ul className={styles.contacts}>
          {client.contacts.map((contact) => (
            <ContactRow
              key={contact.id}
              client={client}
              contact={contact}
              onEdit={() => setEdited(contact)}
            />
          ))}
        </ul>
      )}
      {edited !== null ? (
        <ContactDialog
          clientId={client.id}
          contact={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Card>
  )
}

type ContactRowProps = { client: OfficeClient; contact: Contact; onEdit: () => void }

function ContactRow({ client, contact, onEdit }: ContactRowProps) {
  const update = useUpdateContact(client.id)
  const setAccess = (has_access: boolean) =>
    update.mutate(
      { id: contact.id, version: contact.version, body: { has_access } },
      { onError: (error) => showToast({ text: sentenceOf(error), tone: 'bad' }) },
    )
  return (
    <li className={styles.contact}>
      <Avatar name={contact.name} isClient={contact.has_access} />
      <div className={styles.contactText}>
        <span className={styles.contactName}>
          {contact.name}
          {contact.address_state === 'ok' ? null : (
            <Badge tone="bad" icon={<TriangleAlert />}>
              {contact.address_state === 'bounced' ? t('contacts.bounced') : t('contacts.complained')}
            </Badge>
          )}
        </span>
        <span className={styles.contactMeta}>
          {[
            contact.email,
            contact.phone,
            contact.last_seen_at === null
              ? t('contacts.neverSeen')
              : t('contacts.seen', { ago: agoWords(contact.last_seen_at) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <div className={styles.access}>
        <Switch
          isSelected={contact.has_access}
          isDisabled={update.isPending}
          onChange={setAccess}
          aria-label={t('contacts.accessOf', { name: contact.name })}
        >
          {t('contacts.access')}
        </Switch>
      </div>
      <IconButton label={t('contacts.edit', { name: contact.name })} onPress={onEdit}>
        <Pencil size={15} aria-hidden="true" />
      </IconButton>
    </li>
  )
}
