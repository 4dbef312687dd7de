import { Download, ScrollText, SearchX } from 'lucide-react'
import { useState } from 'react'
import { formatDate, t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { useIsAdmin } from '../../../shell/session'
import { Button } from '../../../ui/Button'
import { Page, PageHead } from '../../../ui/Layout'
import { Notice } from '../../../ui/Notice'
import { EmptyState } from '../../../ui/States'
import { useTrail } from '../api/audit'
import { dayIn, monthOf } from '../model/month'
import styles from './Audit.module.css'
import { ExportMonth } from './ExportMonth'
import { MonthBar } from './MonthBar'
import { MoreOnSight } from './MoreOnSight'
import { Trail } from './Trail'
import { isShown, type TrailFilter, TrailFilters } from './TrailFilters'

type AuditScreenProps = {
  /** `2026-03`; this month where the address says none. */
  month: string | undefined
  filter: TrailFilter
  onGo: (month: string | undefined, filter: TrailFilter) => void
}

/** Who changed what and when, month by month (S67). For admins and the owner. */
export function AuditScreen({ month: asked, filter, onGo }: AuditScreenProps) {
  const isAdmin = useIsAdmin()
  const newest = monthOf(new Date())
  const month = asked ?? newest
  const trail = useTrail(month, isAdmin)
  const [isExporting, setExporting] = useState(false)
  if (!isAdmin) {
    return (
      <Page width="wide">
        <PageHead title={t('nav.audit')} />
        <Notice>{t('audit.adminsOnly')}</Notice>
      </Page>
    )
  }
  const loaded = trail.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Page width="wide">
      <PageHead
        title={t('nav.audit')}
        below={t('audit.note')}
        actions={
          <Button onPress={() => setExporting(true)}>
            <Download size={15} aria-hidden="true" />
            {t('audit.export')}
          </Button>
        }
      />
      <div className={styles.bar}>
        <MonthBar
          month={month}
          newest={newest}
          onMonth={(next) => onGo(next === newest ? undefined : next, filter)}
        />
        {loaded.length > 0 ? (
          <div className={styles.filters}>
            <TrailFilters entries={loaded} filter={filter} onFilter={(next) => onGo(asked, next)} />
          </div>
        ) : null}
      </div>
      <div className={styles.frame}>
        <QueryView query={trail} errorTitle={t('audit.loadFailed')}>
          {() => {
            if (loaded.length === 0) {
              return (
                <EmptyState
                  icon={<ScrollText size={22} />}
                  title={t('audit.empty', { month: formatDate(dayIn(month), 'month') })}
                  text={t('audit.emptyText')}
                />
              )
            }
            const shown = loaded.filter((entry) => isShown(entry, filter))
            return (
              <>
                {shown.length === 0 ? (
                  <EmptyState
                    icon={<SearchX size={22} />}
                    title={trail.hasNextPage ? t('audit.noneMatch') : t('audit.noneMatchMonth')}
                    text={trail.hasNextPage ? t('audit.noneMatchText') : t('audit.noneMatchMonthText')}
                    action={<Button onPress={() => onGo(asked, {})}>{t('audit.showAll')}</Button>}
                  />
                ) : (
                  <Trail entries={shown} />
                )}
                {trail.hasNextPage ? (
                  <MoreOnSight
                    isLoading={trail.isFetchingNextPage}
                    onMore={() => void trail.fetchNextPage()}
                  />
                ) : null}
              </>
            )
          }}
        </QueryView>
      </div>
      {isExporting ? <ExportMonth month={month} onClose={() => setExporting(false)} /> : null}
    </Page>
  )
}
