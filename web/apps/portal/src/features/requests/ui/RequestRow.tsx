import type { PortalRequestSummary } from '@sild/api'
import { Link } from 'wouter'
import { whenWords } from '../../../shell/dates.ts'
import { Icon, type IconName } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import styles from '../../../shell/Row.module.css'
import { useCurrent } from '../../../shell/session.tsx'

const signs: Record<PortalRequestSummary['state'], IconName> = {
  new: 'clock',
  answered: 'reply',
  converted: 'list',
  closed: 'check',
}

/** How a request stands: a sign and a word. */
export function RequestState({ state }: { state: PortalRequestSummary['state'] }) {
  return (
    <span class={`${styles.fact} ${state === 'answered' ? styles.done : ''}`}>
      <Icon name={signs[state]} size={16} />
      {t(`requests.state.${state}`)}
    </span>
  )
}

/** One request of the list: what it is about, how it stands, and how much is in it. Unread is bold, has a dot, and says so. */
export function RequestRow({ request, client }: { request: PortalRequestSummary; client: string }) {
  const { session } = useCurrent()
  const { file_count: files, message_count: messages } = request
  return (
    <li>
      <Link
        className={`${styles.row} ${request.is_unread ? styles.unread : ''}`}
        href={`/c/${client}/requests/${request.id}`}
      >
        <span class={styles.dot} aria-hidden="true" />
        <span class={styles.text}>
          <span class={styles.title}>
            {request.is_unread && <span class="visually-hidden">{t('row.unread')}</span>} {request.subject}
          </span>{' '}
          <span class={styles.facts}>
            <RequestState state={request.state} />
            <span class={styles.fact}>{whenWords(request.created_at, session.today)}</span>
            <span class={styles.counts}>
              {files > 0 && (
                <span class={styles.fact}>
                  <Icon name="clip" size={16} />
                  <span aria-hidden="true">{files}</span>{' '}
                  <span class="visually-hidden">{t('row.files', { n: files })}</span>
                </span>
              )}
              {messages > 0 && (
                <span class={styles.fact}>
                  <Icon name="message" size={16} />
                  <span aria-hidden="true">{messages}</span>{' '}
                  <span class="visually-hidden">{t('row.messages', { n: messages })}</span>
                </span>
              )}
            </span>
          </span>
        </span>
        <span class={styles.arrow}>
          <Icon name="arrow" size={18} />
        </span>
      </Link>
    </li>
  )
}
