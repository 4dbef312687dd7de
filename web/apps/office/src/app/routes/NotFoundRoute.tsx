import { Link } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { t } from '../../shell/i18n'
import { buttonClass } from '../../ui/Button'
import { Page, PageHead } from '../../ui/Layout'
import { EmptyState } from '../../ui/States'

/** An address that leads nowhere. */
export function NotFoundRoute() {
  return (
    <main>
      <Page width="text">
        <PageHead title={t('errors.notFoundTitle')} />
        <EmptyState
          icon={<Compass size={22} />}
          title={t('errors.noPage')}
          text={t('errors.noPageText')}
          action={
            <Link to="/tasks" className={buttonClass({ variant: 'primary' })}>
              {t('errors.toTasks')}
            </Link>
          }
        />
      </Page>
    </main>
  )
}
