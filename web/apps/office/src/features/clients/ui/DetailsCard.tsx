import type { OfficeClient } from '@sild/api'
import { ExternalLink } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { useDigitisationIsOn } from '../../../shell/officeSettings'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Layout'
import styles from './Client.module.css'
import { DigitisationOff } from './DigitisationOff'

/** The client's folder of documents (S58), and where its files are digitised (S60). */
export function DetailsCard({ client, onEdit }: { client: OfficeClient; onEdit: () => void }) {
  const isDigitising = useDigitisationIsOn()
  return (
    <Card
      title={t('clientCard.details')}
      actions={
        <Button size="small" variant="quiet" onPress={onEdit} aria-label={t('clientCard.editDetails')}>
          {t('actions.change')}
        </Button>
      }
    >
      <dl className={styles.facts}>
        <div>
          <dt>{t('clientCard.documents')}</dt>
          {client.documents_url ? (
            <>
              <dd>
                <a
                  href={client.documents_url}
                  target="_blank"
                  rel="noopener noreferrer"
                  className={styles.out}
                >
                  {t('clientCard.documentsOpen')}
                  <ExternalLink size={13} aria-hidden="true" />
                </a>
              </dd>
              <dd className={styles.quiet}>{t('clientCard.documentsNote')}</dd>
            </>
          ) : (
            <dd className={styles.quiet}>{t('clientCard.documentsNone')}</dd>
          )}
        </div>
        {isDigitising === undefined ? null : (
          <div>
            <dt>{t('clientCard.digitisation')}</dt>
            {client.digitisation_email ? (
              <dd className={styles.address}>{client.digitisation_email}</dd>
            ) : isDigitising ? (
              <dd className={styles.quiet}>{t('clientCard.digitisationNone')}</dd>
            ) : null}
            {isDigitising ? null : (
              <dd className={styles.quiet}>
                <DigitisationOff />
              </dd>
            )}
          </div>
        )}
      </dl>
    </Card>
  )
}
