import type { BulkOpening } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../../shell/i18n'
import { sentenceOf } from '../../../shell/problems'
import { skipWords } from '../../../shell/skipWords'
import { Button } from '../../../ui/Button'
import { useBulkOpening, useOpenAgain } from '../api/bulkOpening'
import { type SkippedClient, skippedByClient } from '../model/bulk'
import styles from './Bulk.module.css'

/** Who was skipped and why, client by client. One that was skipped as a whole can be tried again once the reason is gone. */
export function SkippedClients({ opening }: { opening: BulkOpening }) {
  return (
    <section className={styles.group} aria-label={t('bulk.skipped')}>
      <h3 className={styles.groupTitle}>
        <TriangleAlert size={16} aria-hidden="true" className={styles.warn} />
        {t('bulk.skippedHeading')}
      </h3>
      <ul className={styles.list}>
        {skippedByClient(opening.skipped).map((client) => (
          <SkippedRow key={client.id} client={client} opening={opening} />
        ))}
      </ul>
    </section>
  )
}

function SkippedRow({ client, opening }: { client: SkippedClient; opening: BulkOpening }) {
  const [again, setAgain] = useState<BulkOpening | null>(null)
  const open = useOpenAgain(opening)
  const start = (id: string) => open.mutate(id, { onSuccess: setAgain })
  // People of a client that is open are invited from its contacts: the others have their invitations.
  const isWhole = client.people.some(({ name }) => name === null)
  return (
    <li>
      {client.name === null ? (
        <span className={styles.client}>{t('bulk.gone')}</span>
      ) : (
        // What came of the others stays where it is.
        <Link
          to="/clients/$client"
          params={{ client: client.id }}
          search={{ tab: 'contacts' }}
          target="_blank"
          className={styles.client}
        >
          {client.name}
        </Link>
      )}
      <span className={styles.people}>
        {open.error ? sentenceOf(open.error) : again ? <Outcome started={again} /> : reasonWords(client)}
      </span>
      {opening.state === 'done' && isWhole && client.name !== null ? (
        <Button
          size="small"
          variant="quiet"
          aria-label={t('bulk.again', { client: client.name })}
          isPending={open.isPending}
          onPress={() => start(client.id)}
        >
          {t('actions.retry')}
        </Button>
      ) : null}
    </li>
  )
}

/** What came of one that was tried again. */
function Outcome({ started }: { started: BulkOpening }) {
  const opening = useBulkOpening(started).data
  const [still] = skippedByClient(opening.skipped)
  return (
    <span role="status">
      {opening.state !== 'done'
        ? t('states.loading')
        : still
          ? reasonWords(still)
          : opening.opened > 0
            ? t('bulk.openedNow', { count: opening.invited })
            : t('bulk.wasOpen')}
    </span>
  )
}

function reasonWords({ people }: SkippedClient): string {
  const each = people.map(({ name, reason }) =>
    name === null ? skipWords(reason) : t('bulk.personReason', { name, reason: skipWords(reason) }),
  )
  return each.join(' ')
}
