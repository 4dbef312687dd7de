import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from '../../../shell/i18n'
import { useIsAdmin } from '../../../shell/session'
import { Page, PageHead } from '../../../ui/Layout'
import { NotYours } from './NotYours'

type ImportPageProps = { below?: ReactNode; actions?: ReactNode; children: ReactNode }

/** The frame of every step of an import. */
export function ImportPage({ below, actions, children }: ImportPageProps) {
  const isAdmin = useIsAdmin()
  return (
    <Page width="wide">
      <PageHead
        title={t('imports.heading')}
        above={
          <Link to="/clients" activeOptions={{ exact: true }}>
            {t('clients.heading')}
          </Link>
        }
        below={isAdmin ? below : undefined}
        actions={isAdmin ? actions : undefined}
      />
      {isAdmin ? children : <NotYours />}
    </Page>
  )
}
