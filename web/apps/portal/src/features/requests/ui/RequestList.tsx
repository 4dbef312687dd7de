import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'preact/hooks'
import { Link } from 'wouter'
import button from '../../../shell/button.module.css'
import { Icon } from '../../../shell/Icon.tsx'
import { t } from '../../../shell/i18n.ts'
import styles from '../../../shell/List.module.css'
import { Page } from '../../../shell/Page.tsx'
import { Empty, Failed, Skeleton } from '../../../shell/State.tsx'
import { useCurrent } from '../../../shell/session.tsx'
import { requestsQuery } from '../api/requests.ts'
import { RequestRow } from './RequestRow.tsx'
import own from './Requests.module.css'

/** What a company has asked of the office, and what is finished folded away. */
export function RequestList({ client }: { client: string }) {
  const { branding } = useCurrent()
  const open = useInfiniteQuery(requestsQuery({ office: branding.office_id, client }, 'open'))
  const requests = open.data?.pages.flatMap((page) => page.items)
  const write = (
    <Link class={`${button.main} ${own.new}`} href={`/c/${client}/requests/new`}>
      <Icon name="plus" size={18} />
      {t('requests.new')}
    </Link>
  )
  return (
    <Page title={t('requests.title')}>
      {open.isPending && <Skeleton lines={['row', 'row', 'row']} />}
      {open.isError && !requests && <Failed retry={() => open.refetch()}>{t('requests.failed')}</Failed>}
      {requests?.length === 0 && (
        <Empty icon="message" title={t('requests.emptyTitle', { office: branding.office_name })}>
          <p>{t('requests.empty')}</p>
          {write}
        </Empty>
      )}
      {requests && requests.length > 0 && (
        <>
          {write}
          <ul class={styles.rows}>
            {requests.map((request) => (
              <RequestRow key={request.id} request={request} client={client} />
            ))}
          </ul>
        </>
      )}
      {open.hasNextPage && (
        <button
          class={button.second}
          type="button"
          disabled={open.isFetchingNextPage}
          onClick={() => open.fetchNextPage()}
        >
          {t('tasks.more')}
        </button>
      )}
      {requests && <Finished client={client} />}
    </Page>
  )
}

/** What is finished: loaded only when somebody wants to see it. */
function Finished({ client }: { client: string }) {
  const { branding } = useCurrent()
  const [isOpen, setOpen] = useState(false)
  const finished = useInfiniteQuery({
    ...requestsQuery({ office: branding.office_id, client }, 'finished'),
    enabled: isOpen,
  })
  const requests = finished.data?.pages.flatMap((page) => page.items)
  return (
    <section class={styles.group}>
      <h2>
        <button
          class={styles.fold}
          type="button"
          aria-expanded={isOpen}
          aria-controls="finished-requests"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="down" size={18} />
          {t('requests.finished')}
        </button>
      </h2>
      <div id="finished-requests" hidden={!isOpen}>
        {isOpen && finished.isPending && <Skeleton lines={['row', 'row']} />}
        {finished.isError && !requests && (
          <Failed retry={() => finished.refetch()}>{t('requests.failed')}</Failed>
        )}
        {requests?.length === 0 && <p class={styles.quiet}>{t('requests.finishedEmpty')}</p>}
        {requests && requests.length > 0 && (
          <ul class={styles.rows}>
            {requests.map((request) => (
              <RequestRow key={request.id} request={request} client={client} />
            ))}
          </ul>
        )}
        {finished.hasNextPage && (
          <button
            class={button.second}
            type="button"
            disabled={finished.isFetchingNextPage}
            onClick={() => finished.fetchNextPage()}
          >
            {t('tasks.more')}
          </button>
        )}
      </div>
    </section>
  )
}
