import { Link } from '@tanstack/react-router'
import { Building2 } from 'lucide-react'
import { type ContactCard, useUpdateContact } from '../../../shell/contacts/commands'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { StateDot } from '../../../ui/Badge'
import { buttonClass } from '../../../ui/Button'
import { Switch } from '../../../ui/Choice'
import { Card } from '../../../ui/Layout'
import { EmptyState } from '../../../ui/States'
import { showToast } from '../../../ui/Toasts'
import styles from './Contacts.module.css'

/** The clients that a contact belongs to, and whether they may act for each. */
export function ClientsOfContact({ contact }: { contact: ContactCard }) {
  return (
    <Card title={t('people.clients')} isFlush>
      {contact.clients.length === 0 ? (
        <EmptyState
          icon={<Building2 size={22} />}
          title={t('people.noClients')}
          text={t('people.clientsNone')}
          action={
            <Link to="/clients" className={buttonClass({})}>
              {t('people.toClients')}
            </Link>
          }
        />
      ) : (
        <ul className={styles.clients}>
          {contact.clients.map((client) => (
            <ClientRow key={client.id} contact={contact} client={client} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function ClientRow({ contact, client }: { contact: ContactCard; client: ContactCard['clients'][number] }) {
  const update = useUpdateContact(client.id)
  return (
    <li className={styles.client}>
      <span className={styles.cell}>
        <Link to="/clients/$client" params={{ client: client.id }} search={{ tab: 'contacts' }}>
          {client.name}
        </Link>
        <span className={styles.note}>
          {client.portal_is_open ? (
            <StateDot tone="good">{t('people.portalIsOpen')}</StateDot>
          ) : (
            <StateDot isHollow>{t('people.portalIsClosed')}</StateDot>
          )}
        </span>
      </span>
      <Switch
        isSelected={client.has_access}
        isDisabled={update.isPending || contact.is_archived}
        aria-label={t('people.accessAt', { client: client.name })}
        onChange={(has_access) =>
          update.mutate(
            { id: contact.id, version: contact.version, body: { has_access } },
            { onError: (error) => showToast({ text: sentenceOf(error), tone: 'bad' }) },
          )
        }
      >
        {t('contacts.access')}
      </Switch>
    </li>
  )
}
