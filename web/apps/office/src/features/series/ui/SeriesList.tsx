import type { Series } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { Pause, Repeat } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDate, t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import table from '../../../ui/DataTable.module.css'
import { useRowKeys } from '../../../ui/rowKeys'
import { EmptyState } from '../../../ui/States'
import { useSeriesList } from '../api/series'
import { recurrenceWords } from '../model/words'
import styles from './Series.module.css'

/** The series of the office, or of one client. */
export function SeriesList({ client, action }: { client: string | null; action: ReactNode }) {
  const list = useSeriesList(client)
  return (
    <div className={styles.frame}>
      <QueryView query={list} errorTitle={t('series.loadFailed')}>
        {({ pages }) => {
          const series = pages.flatMap((page) => page.items)
          if (series.length === 0) {
            return (
              <EmptyState
                icon={<Repeat size={22} />}
                title={t('series.empty')}
                text={t('series.emptyText')}
                action={action}
              />
            )
          }
          return (
            <>
              <SeriesTable series={series} isClientShown={client === null} />
              {list.hasNextPage ? (
                <div className={styles.more}>
                  <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
                    {t('actions.showMore')}
                  </Button>
                </div>
              ) : null}
            </>
          )
        }}
      </QueryView>
    </div>
  )
}

function SeriesTable({ series, isClientShown }: { series: Series[]; isClientShown: boolean }) {
  const rows = useRowKeys()
  return (
    <table className={table.table} ref={rows}>
      <caption className={table.caption}>{t('series.heading')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('series.columns.title')}</th>
          {isClientShown ? (
            <th scope="col" className={table.wide}>
              {t('series.columns.client')}
            </th>
          ) : null}
          <th scope="col" className={table.medium}>
            {t('series.columns.rhythm')}
          </th>
          <th scope="col">{t('series.columns.next')}</th>
        </tr>
      </thead>
      <tbody>
        {series.map((one) => (
          <tr key={one.id}>
            <td className={table.main}>
              <span className={table.title}>
                <Link to="/series/$series" params={{ series: one.id }} data-row>
                  {one.title}
                </Link>
              </span>
              <span className={table.meta}>
                {isClientShown ? <span className={table.narrowOnly}>{one.client.name}</span> : null}
                <span>{t('series.createdCount', { count: one.created_count })}</span>
              </span>
            </td>
            {isClientShown ? (
              <td className={table.wide}>
                <span className={table.cut}>{one.client.name}</span>
              </td>
            ) : null}
            <td className={table.medium}>{recurrenceWords(one.recurrence)}</td>
            <td>
              <NextWord series={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NextWord({ series }: { series: Series }) {
  if (series.is_paused)
    return (
      <Badge tone="warn" icon={<Pause />}>
        {t('series.paused')}
      </Badge>
    )
  const next = series.next_dates[0]
  if (next === undefined) return <Badge>{t('series.ended')}</Badge>
  return <time dateTime={next.date}>{formatDate(next.date)}</time>
}
