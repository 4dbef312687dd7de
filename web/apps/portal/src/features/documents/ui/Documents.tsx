import button from '../../../shell/button.module.css'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import { NotHere } from '../../../shell/NotHere.tsx'
import { Page } from '../../../shell/Page.tsx'
import { useCurrent } from '../../../shell/session.tsx'
import styles from './Documents.module.css'

/** The company's folder in the office's document system (S58). Where there is none this page is not there either. */
export function Documents({ client }: { client: string }) {
  const { branding, session } = useCurrent()
  const company = session.clients.find(({ id }) => id === client)
  const folder = company?.documents_url
  if (!company || !folder) return <NotHere client={client} />
  return (
    <Page title={t('documents.title')}>
      <section class={styles.card}>
        <span class={styles.drawing}>
          <Icon name="folder" size={28} />
        </span>
        <div>
          <h2 class={styles.title}>{t('documents.lead', { company: company.name })}</h2>
          <p class={styles.text}>{t('documents.text', { office: branding.office_name })}</p>
        </div>
        <div class={styles.open}>
          <a class={button.main} href={folder} target="_blank" rel="noopener noreferrer">
            {t('documents.open')}
            <Icon name="external" size={18} />
            <span class="visually-hidden">{t('documents.newTab')}</span>
          </a>
          <p class={styles.where}>{t('documents.where', { host: new URL(folder).host })}</p>
        </div>
      </section>
    </Page>
  )
}
