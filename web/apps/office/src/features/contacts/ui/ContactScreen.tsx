import { Link } from '@tanstack/react-router'
import { Archive } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useArchiving } from '../../../shell/contacts/archiving'
import { ContactBadges, troubleWords } from '../../../shell/contacts/ContactTrouble'
import type { ContactCard } from '../../../shell/contacts/commands'
import { OwnChanges } from '../../../shell/contacts/OwnChanges'
import { agoWords } from '../../../shell/dates'
import { readLanguage, t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { Button } from '../../../ui/Button'
import { Card, Page, PageHead } from '../../../ui/Layout'
import { MenuItem } from '../../../ui/Menu'
import { MoreMenu } from '../../../ui/MoreMenu'
import { Notice } from '../../../ui/Notice'
import { Skeleton } from '../../../ui/States'
import { useContact } from '../api/contacts'
import { ClientsOfContact } from './ClientsOfContact'
import styles from './Contacts.module.css'

const EditContactDialog = lazy(() =>
  import('../../../shell/contacts/ContactDialog').then((m) => ({ default: m.EditContactDialog })),
)

const above = () => (
  <Link to="/contacts" activeOptions={{ exact: true }}>
    {t('people.heading')}
  </Link>
)

/** A contact's card: their clients with their access there, how to reach them, and what they changed themselves. */
export function ContactScreen({ id }: { id: string }) {
  const contact = useContact(id)
  if (contact.data) return <ContactView contact={contact.data} />
  return (
    <Page width="wide">
      <PageHead title={t('people.one')} above={above()} />
      <QueryView
        query={contact}
        errorTitle={t('people.oneFailed')}
        skeleton={<Skeleton label={t('states.loading')} rows={5} isForm />}
      >
        {() => null}
      </QueryView>
    </Page>
  )
}

function ContactView({ contact }: { contact: ContactCard }) {
  const [isEditing, setEditing] = useState(false)
  const { setArchived, isPending } = useArchiving(contact)
  // Somebody is edited through a client that they belong to.
  const [anyClient] = contact.clients
  const trouble = troubleWords(contact)
  return (
    <Page width="wide">
      <PageHead
        title={contact.name}
        above={above()}
        below={
          <>
            <span>{contact.email}</span>
            <ContactBadges contact={contact} />
          </>
        }
        actions={
          <>
            {anyClient ? (
              <Button variant="quiet" onPress={() => setEditing(true)}>
                {t('actions.edit')}
              </Button>
            ) : null}
            {contact.is_archived ? null : (
              <MoreMenu label={t('person.more', { name: contact.name })}>
                <MenuItem icon={<Archive size={15} />} isDanger onAction={() => setArchived(true)}>
                  {t('person.archive')}
                </MenuItem>
              </MoreMenu>
            )}
          </>
        }
      />
      {contact.is_archived ? (
        <Notice
          title={t('people.archivedTitle')}
          action={
            <Button isPending={isPending} onPress={() => setArchived(false)}>
              {t('person.restore')}
            </Button>
          }
        >
          {t('people.archivedText')}
        </Notice>
      ) : null}
      {trouble === null ? null : <Notice tone="warn">{trouble}</Notice>}
      <div className={styles.columns}>
        <ClientsOfContact contact={contact} />
        <aside className={styles.side} aria-label={t('people.aside')}>
          <Facts contact={contact} />
          {contact.changes.length === 0 ? null : (
            <Card title={t('person.changes')}>
              <OwnChanges changes={contact.changes} />
            </Card>
          )}
        </aside>
      </div>
      {isEditing && anyClient ? (
        <Suspense fallback={null}>
          <EditContactDialog clientId={anyClient.id} contact={contact} onClose={() => setEditing(false)} />
        </Suspense>
      ) : null}
    </Page>
  )
}

function Facts({ contact: { email, phone, language, last_seen_at } }: { contact: ContactCard }) {
  const known = readLanguage(language)
  return (
    <Card title={t('people.facts')}>
      <dl className={styles.facts}>
        <div>
          <dt>{t('people.email')}</dt>
          <dd>
            <a href={`mailto:${email}`}>{email}</a>
          </dd>
        </div>
        <div>
          <dt>{t('people.phone')}</dt>
          <dd>{phone ? <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a> : t('people.noPhone')}</dd>
        </div>
        <div>
          <dt>{t('people.language')}</dt>
          <dd>{known === null ? language : t(`languages.${known}`)}</dd>
        </div>
        <div>
          <dt>{t('people.lastSeen')}</dt>
          <dd>{last_seen_at ? agoWords(last_seen_at) : t('people.never')}</dd>
        </div>
      </dl>
    </Card>
  )
}
