import type { OfficeClient } from '@sild/api'
import { Plus, UserRound } from 'lucide-react'
import { useState } from 'react'
import { EditContactDialog, NewContactDialog } from '../../../shell/contacts/ContactDialog'
import { t } from '../../../shell/i18n'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Layout'
import { EmptyState } from '../../../ui/States'
import styles from './Client.module.css'
import { ContactRow } from './ContactRow'

/** The people at a client, and who of them may use its portal. */
export function ContactsCard({ client }: { client: OfficeClient }) {
  const [edited, setEdited] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const contact = client.contacts.find(({ id }) => id === edited)
  const add = client.is_archived ? null : (
    <Button variant={client.contacts.length === 0 ? 'primary' : 'secondary'} onPress={() => setAdding(true)}>
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
          {client.contacts.map((one) => (
            <ContactRow key={one.id} client={client} contact={one} onEdit={() => setEdited(one.id)} />
          ))}
        </ul>
      )}
      {isAdding ? <NewContactDialog clientId={client.id} onClose={() => setAdding(false)} /> : null}
      {contact ? (
        <EditContactDialog
          clientId={client.id}
          contact={contact}
          hasAccess={contact.has_access}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Card>
  )
}
