import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { buttonClass } from '../../../ui/Button'
import { Card } from '../../../ui/Layout'
import { EmptyState } from '../../../ui/States'

/** What a plain member sees instead: importing is for admins and the owner. */
export function NotYours() {
  return (
    <Card>
      <EmptyState
        icon={<Lock size={22} />}
        title={t('imports.notYours')}
        text={t('imports.notYoursText')}
        action={
          <Link to="/clients" className={buttonClass({})}>
            {t('imports.toClients')}
          </Link>
        }
      />
    </Card>
  )
}
