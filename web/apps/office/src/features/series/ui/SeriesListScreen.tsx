import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { t } from '../../../shell/i18n'
import { buttonClass } from '../../../ui/Button'
import { Page, PageHead } from '../../../ui/Layout'
import { SeriesList } from './SeriesList'

/** All recurring tasks of the office. */
export function SeriesListScreen() {
  return (
    <Page width="wide">
      <PageHead
        title={t('series.heading')}
        below={t('series.headingNote')}
        actions={
          <Link to="/series/new" className={buttonClass({ variant: 'primary' })}>
            <Plus size={16} aria-hidden="true" />
            {t('series.new')}
          </Link>
        }
      />
      <SeriesList
        client={null}
        action={
          <Link to="/series/new" className={buttonClass({ variant: 'primary' })}>
            {t('series.new')}
          </Link>
        }
      />
    </Page>
  )
}
