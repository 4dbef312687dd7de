import type { RequestSummary } from '@sild/api'
import { Link } from '@tanstack/react-router'
import { MessageCircleQuestion, MessageSquareDot } from 'lucide-react'
import { useMemo } from 'react'
import { momentWords } from '../../../shell/dates'
import { t } from '../../../shell/i18n'
import { QueryView } from '../../../shell/QueryView'
import { useShownList } from '../../../shell/shownList'
import { Button } from '../../../ui/Button'
import styles from '../../../ui/DataTable.module.css'
import { Hidden, Row } from '../../../ui/Layout'
import { useRowKeys } from '../../../ui/rowKeys'
import { EmptyState } from '../../../ui/States'
import { type RequestFilter, useRequestList } from '../api/requests'
import { RequestStateWord } from './RequestStateWord'

/** The requests of a filter with their states: loading, empty, failed, and more on demand. */
export function RequestList({ filter }: { filter: RequestFilter }) {
  const list = useRequestList(filter)
  const pages = list.data?.pages
  const places = useMemo(
    () => (pages ?? []).flatMap(({ items }) => items.map(({ id }) => ({ on: 'request' as const, id }))),
    [pages],
  )
  useShownList(places)
  return (
    <QueryView query={list} errorTitle={t('requests.loadFailed')}>
      {({ pages }) => {
        const requests = pages.flatMap((page) => page.items)
        if (requests.length === 0) {
          return (
            <EmptyState
              icon={<MessageCircleQuestion size={22} />}
              title={filter.state === 'open' ? t('requests.emptyOpen') : t('requests.emptyFinished')}
              text={t('requests.emptyText')}
            />
          )
        }
        return (
          <>
            <RequestTable requests={requests} isClientShown={filter.client_id === undefined} />
            {list.hasNextPage ? (
              <Row>
                <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
                  {t('actions.showMore')}
                </Button>
              </Row>
            ) : null}
          </>
        )
      }}
    </QueryView>
  )
}

function RequestTable({ requests, isClientShown }: { requests: RequestSummary[]; isClientShown: boolean }) {
  const rows = useRowKeys()
  return (
    <table className={styles.table} ref={rows}>
      <caption className={styles.caption}>{t('requests.heading')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('requests.columns.subject')}</th>
          {isClientShown ? (
            <th scope="col" className={styles.wide}>
              {t('requests.columns.client')}
            </th>
          ) : null}
          <th scope="col">{t('requests.columns.state')}</th>
          <th scope="col" className={styles.medium}>
            {t('requests.columns.sent')}
          </th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <tr key={request.id}>
            <td className={styles.main}>
              <span className={styles.title}>
                {request.has_client_news ? (
                  <span className={styles.news} aria-hidden="true">
                    <MessageSquareDot size={15} />
                  </span>
                ) : null}
                <Link
                  to="/requests/$request"
                  params={{ request: request.id }}
                  data-row
                  className={request.has_client_news ? styles.strong : undefined}
                >
                  {request.subject}
                  {request.has_client_news ? <Hidden>{t('requests.news')}</Hidden> : null}
                </Link>
              </span>
              <span className={styles.meta}>
                <span>{request.author.name}</span>
                {isClientShown ? <span className={styles.narrowOnly}>{request.client.name}</span> : null}
              </span>
            </td>
            {isClientShown ? (
              <td className={styles.wide}>
                <span className={styles.cut}>{request.client.name}</span>
              </td>
            ) : null}
            <td>
              <RequestStateWord state={request.state} />
            </td>
            <td className={styles.medium}>
              <time dateTime={request.created_at}>{momentWords(request.created_at)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
