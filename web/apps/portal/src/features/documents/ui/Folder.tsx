import button from '../../../shell/button.module.css'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import { useCurrent } from '../../../shell/session.tsx'
import styles from './Documents.module.css'

/** The company's folder in the office's document system (S58). */
export function Folder({ company, url }: { company: string; url: string }) {
  const { branding } = useCurrent()
  return (
    <section class={styles.card}>
      <span class={styles.drawing}>
        <Icon name="folder" size={28} />
      </span>
      <h2 class={styles.title}>{t('documents.lead', { company })}</h2>
      <p class={styles.text}>{t('documents.text', { office: branding.office_name })}</p>
      <div class={styles.open}>
        <a class={button.main} href={url} target="_blank" rel="noopener noreferrer">
          {t('documents.open')}
          <Icon name="external" size={18} />
          <span class="visually-hidden">{t('documents.newTab')}</span>
        </a>
        <p class={styles.where}>{t('documents.where', { host: new URL(url).host })}</p>
      </div>
    </section>
  )
}
