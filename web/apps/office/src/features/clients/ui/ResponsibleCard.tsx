import type { OfficeClient } from '@sild/api'
import { useState } from 'react'
import { t } from '../../../shell/i18n'
import { Avatar } from '../../../ui/Avatar'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Layout'
import styles from './Client.module.css'
import { EditClientDialog } from './EditClientDialog'

/** The members who answer for the client, and are told what its contacts do. */
export function ResponsibleCard({ client }: { client: OfficeClient }) {
  const [isEditing, setEditing] = useState(false)
  return (
    <Card
      title={t('newClient.responsible')}
      actions={
        <Button
          size="small"
          variant="quiet"
          onPress={() => setEditing(true)}
          aria-label={t('client.changeResponsible')}
        >
          {t('actions.change')}
        </Button>
      }
    >
      {client.responsible.length === 0 ? (
        <p className={styles.quiet}>{t('client.nobodyResponsible')}</p>
      ) : (
        <ul className={styles.people}>
          {client.responsible.map((member) => (
            <li key={member.id} className={styles.person}>
              <Avatar name={member.name} />
              {member.name}
            </li>
          ))}
        </ul>
      )}
      {isEditing ? <EditClientDialog client={client} onClose={() => setEditing(false)} /> : null}
    </Card>
  )
}
