import type { Overview } from '@sild/api'
import { CalendarClock, PartyPopper } from 'lucide-react'
import { formatDate, formatNumber, t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { Card, Page, PageHead } from '../../../ui/Layout'
import { EmptyState, Skeleton } from '../../../ui/States'
import { useOverview } from '../api/overview'
import { daysOf } from '../model/coming'
import { Announcements } from './Announcements'
import { Bars } from './Bars'
import { ComingDays } from './ComingDays'
import { COMING } from './ComingRow'
import styles from './Overview.module.css'
import { Week } from './Week'

/** The office at a glance: what is late, what waits, and what goes out by itself. */
export function OverviewScreen() {
  const overview = useOverview()
  return (
    <Page width="wide">
      <PageHead title={t('nav.overview')} below={t('overview.below')} />
      <QueryView
        query={overview}
        errorTitle={t('overview.loadFailed')}
        skeleton={<Skeleton label={t('states.loading')} rows={8} />}
      >
        {(data) => (
          <>
            <div className={styles.pictures}>
              <Overdue clients={data.overdue} />
              <Busiest clients={data.busiest} />
            </div>
            <Coming overview={data} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

/** From how many late tasks on the server stops counting. */
const COUNTED = 100

function Overdue({ clients }: { clients: Overview['overdue'] }) {
  const rows = clients.map(({ client, count, earliest_due }) => ({
    client,
    parts: [{ value: count, tone: 'bad' as const }],
    words: count < COUNTED ? formatNumber(count) : t('overview.orMore', { count }),
    more: t('overview.since', { date: formatDate(earliest_due, 'short') }),
  }))
  return (
    <Card title={t('overview.overdue')}>
      {rows.length === 0 ? (
        <EmptyState
          icon={<PartyPopper size={22} />}
          title={t('overview.noneOverdue')}
          text={t('overview.noneOverdueText')}
        />
      ) : (
        <Bars label={t('overview.overdue')} valueLabel={t('overview.lateTasks')} rows={rows} />
      )}
    </Card>
  )
}

function Busiest({ clients }: { clients: Overview['busiest'] }) {
  const rows = clients.map(({ client, open_count, waiting_count }) => ({
    client,
    parts: [
      { value: waiting_count, tone: 'accent' as const },
      { value: open_count - waiting_count, tone: 'plain' as const },
    ],
    words: formatNumber(open_count),
    more: t('overview.split', { waiting: waiting_count, ours: open_count - waiting_count }),
  }))
  const legend = [
    { tone: 'accent' as const, label: t('overview.waiting') },
    { tone: 'plain' as const, label: t('overview.ours') },
  ]
  return (
    <Card title={t('overview.busiest')}>
      {rows.length === 0 ? (
        <EmptyState
          icon={<PartyPopper size={22} />}
          title={t('overview.noneOpen')}
          text={t('overview.noneOpenText')}
        />
      ) : (
        <Bars
          label={t('overview.busiest')}
          valueLabel={t('overview.openTasks')}
          rows={rows}
          legend={legend}
        />
      )}
    </Card>
  )
}

function Coming({ overview }: { overview: Overview }) {
  const days = daysOf(overview)
  const isEmpty =
    !overview.is_cut && overview.announcements.length === 0 && days.every(({ items }) => items.length === 0)
  return (
    <Card title={t('overview.coming')} note={t('overview.comingNote')}>
      {isEmpty ? (
        <EmptyState
          icon={<CalendarClock size={22} />}
          title={t('overview.noneComing')}
          text={t('overview.noneComingText')}
        />
      ) : (
        <div className={styles.coming} id={COMING} tabIndex={-1}>
          <Announcements announcements={overview.announcements} />
          <Week days={days} today={overview.today} />
          <ComingDays days={days} today={overview.today} hour={overview.reminder_hour} />
          {overview.is_cut ? <p className={styles.cut}>{t('overview.cut')}</p> : null}
        </div>
      )}
    </Card>
  )
}
