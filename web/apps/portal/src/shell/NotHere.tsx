import { Link } from 'wouter'
import button from './button.module.css'
import { t } from './i18n.ts'
import { Page } from './Page.tsx'
import { Empty } from './State.tsx'

/** The answer for everything that is not there, not any more, or not for this person: always the same. */
export function NotHere({ client }: { client: string | null }) {
  return (
    <Page title={t('notHere.title')}>
      <Empty icon="list" title={t('notHere.lead')}>
        <p>{t('notHere.text')}</p>
        <Link className={button.main} href={client ? `/c/${client}/tasks` : '/'}>
          {t('task.toTasks')}
        </Link>
      </Empty>
    </Page>
  )
}
