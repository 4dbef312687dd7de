import type { Contact, OfficeClient } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { Archive, ArchiveRestore, Mail, Pencil, UserMinus } from 'lucide-react'
import { newKey } from '../../../shell/api'
import { useArchiving } from '../../../shell/contacts/archiving'
import { ContactBadges, troubleWords } from '../../../shell/contacts/ContactTrouble'
import {
  useCreateContact,
  useInviteContact,
  useRemoveContact,
  useUpdateContact,
} from '../../../shell/contacts/commands'
import { OwnChanges } from '../../../shell/contacts/OwnChanges'
import { agoWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { Avatar } from '../../../ui/Avatar'
import { IconButton } from '../../../ui/Button'
import { Switch } from '../../../ui/Choice'
import { MenuItem, MenuSeparator } from '../../../ui/Menu'
import { MoreMenu } from '../../../ui/MoreMenu'
import { showToast } from '../../../ui/Toasts'
import styles from './Client.module.css'

type ContactRowProps = { client: OfficeClient; contact: Contact; onEdit: () => void }

const onError = (error: Error) => showToast({ text: sentenceOf(error), tone: 'bad' })

/** A contact at the client: how to reach them, whether mail does, what they changed, and their access. */
export function ContactRow({ client, contact, onEdit }: ContactRowProps) {
  const update = useUpdateContact(client.id)
  const setAccess = (has_access: boolean) =>
    update.mutate({ id: contact.id, version: contact.version, body: { has_access } }, { onError })
  const trouble = troubleWords(contact)
  return (
    <li className={styles.contact}>
      <Avatar name={contact.name} isClient={contact.has_access} />
      <div className={styles.contactText}>
        <span className={styles.contactName}>
          <Link to="/contacts/$contact" params={{ contact: contact.id }}>
            {contact.name}
          </Link>
          <ContactBadges contact={contact} />
        </span>
        <span className={styles.contactMeta}>
          {[
            contact.email,
            contact.phone,
            contact.last_seen_at === null || contact.last_seen_at === undefined
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
          isDisabled={update.isPending || contact.is_archived}
          onChange={setAccess}
          aria-label={t('contacts.accessOf', { name: contact.name })}
        >
          {t('contacts.access')}
        </Switch>
      </div>
      <div className={styles.contactActions}>
        <IconButton label={t('contacts.edit', { name: contact.name })} onPress={onEdit}>
          <Pencil size={15} aria-hidden="true" />
        </IconButton>
        <ContactMore client={client} contact={contact} />
      </div>
      {trouble === null ? null : <p className={styles.trouble}>{trouble}</p>}
      {contact.changes.length === 0 ? null : (
        <details className={styles.ownChanges}>
          <summary>{t('person.changes')}</summary>
          <OwnChanges changes={contact.changes} />
        </details>
      )}
    </li>
  )
}

function ContactMore({ client, contact }: Omit<ContactRowProps, 'onEdit'>) {
  const remove = useRemoveContact(client.id)
  const create = useCreateContact(client.id)
  const invite = useInviteContact(client.id)
  const archiving = useArchiving(contact)
  const { id, name, email, phone, language, has_access, is_archived } = contact

  // Their address is known, so they come back as who they are.
  const putBack = () =>
    create.mutate(
      { body: { name, email, phone: phone ?? null, language, has_access }, key: newKey() },
      { onError },
    )
  const sendInvitation = () =>
    invite
      .mutateAsync({ id, key: newKey() })
      .then(() => showToast({ text: t('person.invitedToast', { email }) }))
      .catch(onError)
  const canBeInvited =
    client.portal_state !== 'closed' && has_access && !is_archived && contact.address_state === 'ok'
  const takeAway = () =>
    remove
      .mutateAsync(id)
      .then(() =>
        showToast({
          text: t('person.removedToast', { name, client: client.name }),
          ...(is_archived || client.is_archived
            ? {}
            : { action: { label: t('actions.undo'), run: putBack } }),
        }),
      )
      .catch(onError)

  return (
    <MoreMenu label={t('person.more', { name })}>
      {canBeInvited ? (
        <MenuItem icon={<Mail size={15} />} onAction={() => void sendInvitation()}>
          {t('person.invite')}
        </MenuItem>
      ) : null}
      {is_archived ? (
        <MenuItem icon={<ArchiveRestore size={15} />} onAction={() => archiving.setArchived(false)}>
          {t('person.restore')}
        </MenuItem>
      ) : (
        <MenuItem icon={<Archive size={15} />} onAction={() => archiving.setArchived(true)}>
          {t('person.archive')}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={<UserMinus size={15} />} isDanger onAction={() => void takeAway()}>
        {t('person.remove')}
      </MenuItem>
    </MoreMenu>
  )
}
