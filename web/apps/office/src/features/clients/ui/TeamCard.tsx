import type { OfficeClient } from '@sild/api'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shell/i18n'
import { useIsAdmin, useSession } from '../../../shell/session'
import { Avatar } from '../../../ui/Avatar'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Layout'
import styles from './Client.module.css'

const TeamDialog = lazy(() => import('./TeamDialog').then((m) => ({ default: m.TeamDialog })))
const TakeOnDialog = lazy(() => import('./TakeOnDialog').then((m) => ({ default: m.TakeOnDialog })))

/** The members who answer for the client and are told what its contacts do, and who works with it beside them. */
export function TeamCard({ client }: { client: OfficeClient }) {
  const { member } = useSession()
  const isAdmin = useIsAdmin()
  const [isOpen, setOpen] = useState(false)
  const isMine = client.responsible.some(({ id }) => id === member.id)
  const close = () => setOpen(false)
  return (
    <Card
      title={t('clientCard.team')}
      actions={
        isAdmin ? (
          <Button
            size="small"
            variant="quiet"
            onPress={() => setOpen(true)}
            aria-label={t('clientCard.changeTeam')}
          >
            {t('actions.change')}
          </Button>
        ) : isMine || client.is_archived ? null : (
          <Button size="small" variant="quiet" onPress={() => setOpen(true)}>
            {t('clientCard.takeOn')}
          </Button>
        )
      }
    >
      <dl className={styles.facts}>
        <div>
          <dt>{t('clientCard.answersFor')}</dt>
          {client.responsible.length === 0 ? (
            <dd className={styles.quiet}>{t('client.nobodyResponsible')}</dd>
          ) : (
            client.responsible.map((one) => <Person key={one.id} name={one.name} />)
          )}
        </div>
        {client.members.length === 0 ? null : (
          <div>
            <dt>{t('clientCard.worksWith')}</dt>
            {client.members.map((one) => (
              <Person key={one.id} name={one.name} />
            ))}
          </div>
        )}
      </dl>
      {isOpen ? (
        <Suspense fallback={null}>
          {isAdmin ? (
            <TeamDialog client={client} onClose={close} />
          ) : (
            <TakeOnDialog client={client} onClose={close} />
          )}
        </Suspense>
      ) : null}
    </Card>
  )
}

function Person({ name }: { name: string }) {
  return (
    <dd className={styles.person}>
      <Avatar name={name} />
      {name}
    </dd>
  )
}
